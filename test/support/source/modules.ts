import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** Root of the repository, whatever folder a test runs in. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** One import or re-export of a module: what it names and whether only types cross. */
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

/** A source file, parsed. `path` is relative to the root, with `/`. */
export type Module = { readonly path: string; readonly text: string; readonly ast: ts.SourceFile };

/** Every TypeScript file below the given folders (of the root), parsed once. */
export function modulesUnder(...folders: readonly string[]): readonly Module[] {
  return folders.flatMap((folder) => filesUnder(join(ROOT, folder))).map(parse);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function parse(file: string): Module {
  const text = readFileSync(file, 'utf8');
  const path = relative(ROOT, file).split(sep).join('/');
  return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

/** All static imports and re-exports, dynamic imports included; relative targets resolved to root paths. */
export function importsOf(module: Module): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: module.path, to: target(module.path, specifier), typeOnly });
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(module.ast);
  return found;
}

function target(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.normalize(posix.join(dirname(from), specifier)) : specifier;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.every((element) => element.isTypeOnly);
}

/** A function with a body: its name (or where it stands) and how many lines it spans. */
export type FunctionSpan = { readonly name: string; readonly line: number; readonly lines: number };

export function functionsOf({ ast }: Module): readonly FunctionSpan[] {
  const found: FunctionSpan[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = ast.getLineAndCharacterOfPosition(node.getStart(ast)).line;
      const end = ast.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ name: node.name?.getText(ast) ?? '(anonymous)', line: start + 1, lines: end - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

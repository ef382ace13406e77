import { parseHTML } from 'linkedom';

/** The constants of the DOM that gathering asks for. */
Object.assign(globalThis, {
  NodeFilter: { SHOW_ELEMENT: 1, SHOW_TEXT: 4 },
  Node: { ELEMENT_NODE: 1, TEXT_NODE: 3 },
});

const SHOWN = {
  fontSize: '16px',
  color: 'rgb(0, 0, 0)',
  backgroundColor: 'rgb(255, 255, 255)',
  backgroundImage: 'none',
};

/**
 * A page with a block in it, without a browser: the tree is parsed, and all of it is shown but what its elements hide.
 * What style hides is the matter of tests in browsers.
 */
export function pageOf(html: string): Document {
  const body = html.startsWith('<body') ? html : `<body>${html}</body>`;
  const { document } = parseHTML(`<html>${body}</html>`);
  // The parser ends a text at every character reference.
  document.normalize();
  for (const element of document.querySelectorAll('*'))
    Object.assign(element, {
      checkVisibility: () => element.closest('[hidden],dialog:not([open])') === null,
    });
  Object.defineProperties(document, {
    defaultView: { value: { getComputedStyle: () => SHOWN } },
    createTreeWalker: { value: (root: Node, what: number) => new Walker(root, what) },
  });
  return document;
}

/** TreeWalker of the DOM standard (6.2), as far as it is used here: elements and texts, no filter. */
class Walker {
  currentNode: Node;

  constructor(
    private readonly root: Node,
    private readonly what: number,
  ) {
    this.currentNode = root;
  }

  nextNode(): Node | null {
    for (let node = following(this.currentNode, this.root); node; node = following(node, this.root))
      if (this.isShown(node)) return this.at(node);
    return null;
  }

  nextSibling(): Node | null {
    if (this.currentNode === this.root) return null;
    for (let node = this.currentNode.nextSibling; node; node = node.nextSibling)
      if (this.isShown(node)) return this.at(node);
    return null;
  }

  parentNode(): Node | null {
    const parent = this.currentNode === this.root ? null : this.currentNode.parentNode;
    return parent && parent !== this.root ? this.at(parent) : null;
  }

  private at(node: Node): Node {
    this.currentNode = node;
    return node;
  }

  private isShown({ nodeType }: Node): boolean {
    return ((1 << (nodeType - 1)) & this.what) !== 0;
  }
}

/** The next node in document order under a root. */
function following(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild;
  for (let each: Node | null = node; each && each !== root; each = each.parentNode)
    if (each.nextSibling) return each.nextSibling;
  return null;
}

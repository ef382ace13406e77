import { useMemo } from 'preact/hooks';
import type { PageItem } from '../../messages/page-items';
import { Fold } from '../components/fold';
import { LongText } from '../components/long-text';
import { type GivenItem, givenName, hasLabel, itemOfFile } from '../model/given-file';
import { proofOf } from '../model/leading-finding';
import { Conflicts } from '../panel/conflicts';
import { Findings } from '../panel/findings';
import { ItemFacts } from '../panel/item-facts';
import { CredentialSection } from '../provenance/credential-section';
import { useView, type View, ViewContext } from '../view-context';
import { FileActions } from './file-actions';
import { FileFacts } from './file-facts';
import { FileHeadline } from './file-headline';
import type { FileInspector } from './file-inspector';
import { HiddenSection } from './hidden-section';
import { NoticeOffer } from './notice-offer';
import { PackageSection } from './package-section';
import { PixelsSection } from './pixels-section';
import { TextFacts } from './text-facts';
import type { Files, GivenFile } from './use-files';

type Props = {
  readonly file: GivenFile;
  readonly files: Files;
  readonly inspector: FileInspector;
};

/** Everything known of one given file: verdict, evidence, credential with its history, and what to do with it. */
export function FileResult({ file, files, inspector }: Props) {
  const item = itemOfFile(file);
  const blob = packageBlob(file);
  return (
    <article class="item file" aria-labelledby="file-title">
      <h2 id="file-title" class="file-title" tabIndex={-1}>
        <bdi>{givenName(file)}</bdi>
      </h2>
      <FileHeadline file={file} item={item} />
      {file.given.kind === 'text' ? <TextFacts given={file.given} /> : <FileFacts file={file} />}
      {blob !== undefined && <PackageSection blob={blob} />}
      <HiddenSection file={file} />
      {item !== undefined && (
        <WithFile file={file} files={files} inspector={inspector}>
          <Evidence item={item} />
          <PixelsSection file={file} files={files} inspector={inspector} />
        </WithFile>
      )}
      <NoticeOffer file={file} />
      <FileActions file={file} files={files} />
    </article>
  );
}

/** The bytes of what may be a saved evidence package: those are ZIPs. */
function packageBlob({ given, reading }: GivenFile): Blob | undefined {
  return 'blob' in given && reading.inspection?.container === 'zip' ? given.blob : undefined;
}

function Evidence({ item }: { readonly item: GivenItem }) {
  const { t } = useView();
  const { findings, remarks, verdict } = item.inspection;
  return (
    <>
      {hasLabel(item) && <ItemFacts item={item} />}
      <Conflicts item={item} />
      {findings.length + remarks.length > 0 && <Findings item={item} />}
      <CredentialSection item={item as PageItem} layout="page" />
      {hasLabel(item) && (
        <section class="block">
          <h2>{t('item.proof')}</h2>
          <p>{t(`proof.${proofOf(verdict)}`)}</p>
        </section>
      )}
      <section class="block">
        <Fold summary={t('item.raw')}>
          {() => <LongText text={JSON.stringify(item.inspection, null, 2)} mono />}
        </Fold>
      </section>
    </>
  );
}

/** The same view, but what is asked of an item is answered from the file at hand. */
function WithFile({
  file,
  files,
  inspector,
  children,
}: Props & { readonly children: preact.ComponentChildren }) {
  const view = useView();
  const inner = useMemo<View>(() => {
    const tell = (reading: GivenFile['reading']) => files.update(file.id, { reading });
    const services: View['services'] = {
      ...view.services,
      loadHistory: async () => file.reading.graph,
      // One step at a time: each begins from what the other left.
      checkCredential: async (_, request) =>
        file.reading.pixels === 'looking'
          ? view.announce('inspect.pixels.looking')
          : inspector.check(file.given, file.reading, request, tell),
    };
    return { ...view, services };
  }, [view, file, files, inspector]);
  return <ViewContext.Provider value={inner}>{children}</ViewContext.Provider>;
}

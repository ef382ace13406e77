/** Schemes whose media a page of ours can show; `blob:` addresses belong to the page that made them. */
const SHOWABLE = /^(?:https?:|data:(?:image\/(?!svg)|video\/|audio\/))/i;

/** The address to show a medium from, where it can be shown in a page of ours at all. */
export function previewUrl(mediaUrl: string): string | undefined {
  return SHOWABLE.test(mediaUrl) ? mediaUrl : undefined;
}

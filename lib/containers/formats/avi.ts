import { ByteFault } from '../../bytes/fault';
import { MAX_RIFF_FORMS } from '../../bytes/limits';
import type { Parse } from '../../bytes/parse';
import { boundedEmit } from '../blocks';
import type { ContainerFormat } from '../container';
import { beginsForm, type FormHeader, readForm } from '../riff/chunk';
import { TagChunks } from '../riff/tag-chunks';
import { walkForm } from '../riff/walk-form';

/** AVI: every chunk of the RIFF form, headers only, and of the further forms of an OpenDML file. */
const avi: ContainerFormat = {
  id: 'avi',
  name: 'AVI',
  sniff: (head) => beginsForm(head, ['RIFF'], 'AVI '),
  *walk(emit, size): Parse<void> {
    const tags = new TagChunks(boundedEmit(emit), 'AVI', size);
    let form = yield* readForm(0);
    if (!isForm(form, 'AVI ')) throw new ByteFault('malformed', 'no RIFF AVI header');
    for (let count = 0; isForm(form, count === 0 ? 'AVI ' : 'AVIX'); count++) {
      if (count >= MAX_RIFF_FORMS) throw new ByteFault('over-budget', `more than ${MAX_RIFF_FORMS} forms`);
      const end: number = form.end ?? size ?? Number.POSITIVE_INFINITY;
      yield* walkForm({ start: form.start, end, size, visit: (chunk) => tags.visit(chunk) });
      form = Number.isFinite(end) ? yield* readForm(end + (end % 2)) : undefined;
    }
    tags.blame();
  },
};
export default avi;

const isForm = (form: FormHeader | undefined, type: string): form is FormHeader =>
  form?.magic === 'RIFF' && form.type === type;

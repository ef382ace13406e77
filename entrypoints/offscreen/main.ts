import { localChecker } from '../../lib/platform/check-host';
import { answerChecks } from '../../lib/platform/check-messages';

answerChecks(localChecker(() => window.close()));

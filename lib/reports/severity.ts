/**
 * The four grading words of GB/T 20986-2023 (分级: 一般, 较大, 重大, 特别重大), least first. Here they are nobody's grading but
 * the reporter's own estimate, said as such, with the scale named: other guides grade in five steps.
 */
export const SEVERITIES = ['general', 'larger', 'major', 'extreme'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Named wherever a severity is shown or sent. */
export const SEVERITY_SCALE = 'GB/T 20986-2023';

/** Why a row below the header is no entry; each is a message code. */
export type SkipReason =
  | 'problem.skippedBlank'
  | 'problem.skippedSection'
  | 'problem.skippedTotal'
  | 'problem.skippedNote'
  | 'problem.skippedHeader'
  | 'problem.skippedMerged';

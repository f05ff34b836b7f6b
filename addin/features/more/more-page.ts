/** What a page under More is given. */
export interface MorePageProps {
  readonly onBack: () => void;
  readonly onGoToPush: () => void;
}

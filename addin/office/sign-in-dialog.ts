/** Sizes of the sign-in window, in percent of the screen; Microsoft's page needs about 480 × 600 px. */
const SIZE = { height: 65, width: 35 } as const;
const CLOSED_BY_PERSON = 12_006;

/** Whether this Excel hands out tokens of the person signed in to Office (nested app authentication). */
export function handsOutTokens(): boolean {
  return Office.context.requirements.isSetSupported('NestedAppAuth', '1.1');
}

/**
 * Opens a page of the pane's own origin in a window of its own, because sign-in pages refuse to be framed, and answers with the first message it sends;
 * null when the person closes it before. Rejects when Office opens no window.
 */
export function askInDialog(address: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(address, { ...SIZE, promptBeforeOpen: false }, (opened) => {
      if (opened.status === Office.AsyncResultStatus.Failed) {
        reject(new Error(opened.error.message));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
        dialog.close();
        resolve('message' in event ? event.message : null);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
        if (!('error' in event)) return;
        if (event.error === CLOSED_BY_PERSON) resolve(null);
        else reject(new Error(`dialog ${event.error}`));
      });
    });
  });
}

/** Sends a message to the pane that opened this page; pages of other origins get none. */
export function tellPane(text: string): void {
  Office.context.ui.messageParent(text);
}

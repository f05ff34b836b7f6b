/** A frame over the page for `displayDialogAsync`; sizes in percent of the window. `onClose`: the person closed it. */
export function showDialog(width: number, height: number, onClose: () => void): { readonly iframe: HTMLIFrameElement; show(): void; remove(): void } {
  const dialog = document.createElement('dialog');
  dialog.className = 'office-dialog';
  dialog.style.width = `${width}%`;
  dialog.style.height = `${height}%`;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.addEventListener('click', onClose);
  dialog.addEventListener('cancel', onClose);
  const iframe = document.createElement('iframe');
  return {
    iframe,
    show: () => {
      dialog.append(close, iframe);
      document.body.append(dialog);
      dialog.showModal();
    },
    remove: () => dialog.remove(),
  };
}

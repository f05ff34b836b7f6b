/** Resolves once Office.js can be used. */
export async function officeReady(): Promise<void> {
  await Office.onReady();
}

/** Unpacks a file, or says what it is instead of a workbook. */

import { unzipSync } from 'fflate';
import { XlsxError } from './errors.ts';
import { CONTENT_TYPES, Package } from './package.ts';

const LARGEST_UNPACKED = 1_000_000_000;

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function refuseCompoundFile(bytes: Uint8Array): never {
  // A password-protected workbook is a compound file with a stream of this name, in UTF-16.
  const marker = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 0; at + marker.length <= bytes.length; at++) {
    if (marker.every((byte, offset) => bytes[at + offset] === byte)) throw new XlsxError('encrypted', 'compound file with an encrypted package');
  }
  throw new XlsxError('legacyXls', 'compound file');
}

/** Unpacks a file. Throws XlsxError for what is no workbook package. */
export function openPackage(bytes: Uint8Array): Package {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) refuseCompoundFile(bytes);
  if (!startsWith(bytes, 0x50, 0x4b)) throw new XlsxError('notXlsx', 'no zip file');
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        if (size > LARGEST_UNPACKED) throw new XlsxError('tooLarge', `${size} bytes unpacked`);
        return !file.name.endsWith('/');
      },
    });
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw new XlsxError('broken', error instanceof Error ? error.message : String(error));
  }
  const parts = new Map(Object.entries(files).map(([name, content]) => [name.replaceAll('\\', '/').replace(/^\//, ''), content]));
  if (!parts.has(CONTENT_TYPES)) throw new XlsxError('notXlsx', 'no content types');
  return new Package(parts);
}

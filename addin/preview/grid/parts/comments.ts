import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from '@univerjs/preset-sheets-note';
import type { Comment } from '../../model/book.ts';
import type { Part } from './part.ts';

const WIDTH = 220;
const LINE_PIXELS = 20;

/** The comments, which Univer calls notes, by the id under which Univer has them. */
export function comments(): Part {
  const drawn = new Map<string, Comment>();
  let next = 1;
  return {
    draw(book, sheet, id) {
      const notes = book.injector.get(SheetsNoteModel).getSheetNotes(book.unitId, id);
      for (const noteId of Array.from(notes?.keys() ?? [])) book.run(RemoveNoteMutation.id, { unitId: book.unitId, sheetId: id, noteId, silent: true });
      for (const comment of sheet.comments) {
        const noteId = `comment-${next++}`;
        drawn.set(noteId, comment);
        const note = { id: noteId, row: comment.row, col: comment.column, width: WIDTH, height: heightOf(comment.text), note: comment.text };
        book.run(UpdateNoteMutation.id, { unitId: book.unitId, sheetId: id, row: comment.row, col: comment.column, note, silent: true });
      }
    },
    read(book, sheet, id) {
      const notes = [...(book.injector.get(SheetsNoteModel).getSheetNotes(book.unitId, id)?.values() ?? [])];
      const read = notes
        .filter(({ note }) => note !== '')
        .map((note): Comment => {
          const known = drawn.get(note.id);
          if (known && known.row === note.row && known.column === note.col && known.text === note.note) return known;
          const comment: Comment = {
            row: note.row,
            column: note.col,
            text: note.note,
            ...(known?.text === note.note && known.origin !== undefined && { origin: known.origin }),
          };
          drawn.set(note.id, comment);
          return comment;
        });
      if (read.length === sheet.comments.length && read.every((comment) => sheet.comments.includes(comment))) return false;
      sheet.comments = read;
      return true;
    },
  };
}

function heightOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 16)), 0);
  return Math.min(320, Math.max(72, lines * LINE_PIXELS + 16));
}

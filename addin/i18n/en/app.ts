import type { Translation } from '../types.ts';
import type { app as source } from '../zh-CN/app.ts';

export const app: Translation<typeof source> = { language: 'English' };

export const app = { language: '中文' };

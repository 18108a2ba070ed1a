import type { HttpEnding } from '../http-ending.ts';
import { HTTP_ANSWERED } from './http-answered.ts';
import { HTTP_CUT_SHORT } from './http-cut-short.ts';

/** The table: how HTTP requests end, and which spans that must give. */
export const HTTP_ENDINGS: readonly HttpEnding[] = [...HTTP_ANSWERED, ...HTTP_CUT_SHORT];

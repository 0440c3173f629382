/** Characters of a link that is handed out. */
export const longestLink = 8_000;
/** Characters of a query that is read at all. */
export const longestQuery = 64_000;
/** Bytes that it may unfold to: a short link could otherwise hold a thousand times its length. */
export const longestShared = 400_000;

/** Whether an id was made of the words of a block (`html/paragraph-ids.ts`): all others begin with the name of their section. */
export const isParagraphId = (id: unknown): boolean => typeof id === 'string' && /^_[\da-z]{3,7}$/.test(id);

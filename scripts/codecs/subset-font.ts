/**
 * Cuts a TrueType font down. In: a font, and what of it is wanted. Out: a smaller font, the same bytes on every machine:
 * HarfBuzz does it, compiled to WebAssembly.
 */
import { type OpenAsset, programs } from '../book/assets.ts';

/** What HarfBuzz exports, as far as we call it; it imports nothing. Fonts, sets and inputs are addresses in its memory. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (address: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, user: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_clear: (set: number) => void;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** `HB_MEMORY_MODE_WRITABLE`, `HB_SUBSET_SETS_NAME_ID`, `HB_SUBSET_SETS_LAYOUT_FEATURE_TAG`. */
const writable = 2;
const nameIdSet = 4;
const featureSet = 6;

let loaded: HarfBuzz | undefined;

async function load(open: OpenAsset): Promise<HarfBuzz | undefined> {
  const program = await open(programs.subset);
  if (!program) return undefined;
  const harfbuzz = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(program)))
    .exports as unknown as HarfBuzz;
  harfbuzz._initialize();
  return harfbuzz;
}

/** What a font keeps. */
interface Wanted {
  /** Those that it lacks are passed over. */
  readonly characters: string;
  /** Tags of OpenType features. */
  readonly features: readonly string[];
  /** Records of its `name` table, beside those that it must have. */
  readonly nameIds: readonly number[];
}

/** Cuts a font down; undefined where HarfBuzz is not installed. Throws where the font cannot be cut. */
export async function subsetFont(font: Uint8Array, wanted: Wanted, open: OpenAsset): Promise<Uint8Array | undefined> {
  loaded ??= await load(open);
  return loaded && subset(loaded, font, wanted);
}

function subset(harfbuzz: HarfBuzz, font: Uint8Array, { characters, features, nameIds }: Wanted): Uint8Array {
  const input = harfbuzz.hb_subset_input_create_or_fail();
  const data = harfbuzz.malloc(font.length);
  if (input === 0 || data === 0) throw new RangeError('HarfBuzz has no memory left');
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, writable, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  harfbuzz.hb_blob_destroy(blob);
  const kept = harfbuzz.hb_subset_input_set(input, featureSet);
  harfbuzz.hb_set_clear(kept);
  for (const feature of features) harfbuzz.hb_set_add(kept, tagOf(feature));
  const names = harfbuzz.hb_subset_input_set(input, nameIdSet);
  for (const id of nameIds) harfbuzz.hb_set_add(names, id);
  const codes = harfbuzz.hb_subset_input_unicode_set(input);
  for (const character of characters) harfbuzz.hb_set_add(codes, character.codePointAt(0) ?? 0);
  const made = harfbuzz.hb_subset_or_fail(face, input);
  harfbuzz.hb_subset_input_destroy(input);
  const result = made && harfbuzz.hb_face_reference_blob(made);
  const length = result && harfbuzz.hb_blob_get_length(result);
  // The memory may have grown, and its buffer be another, since the last look.
  const bytes = result && new Uint8Array(harfbuzz.memory.buffer, harfbuzz.hb_blob_get_data(result, 0), length).slice();
  if (result) harfbuzz.hb_blob_destroy(result);
  if (made) harfbuzz.hb_face_destroy(made);
  harfbuzz.hb_face_destroy(face);
  harfbuzz.free(data);
  if (!bytes || length === 0) throw new Error('HarfBuzz cannot cut the font down');
  return bytes;
}

/** Four letters as a number (OpenType 1.9, “Data types”). */
const tagOf = (letters: string): number => [...letters].reduce((sum, letter) => (sum << 8) + letter.charCodeAt(0), 0);

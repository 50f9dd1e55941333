/** How much an archive may hold, far above any real story’s; what is beyond is refused before it is unpacked. */
import type { ZipLimits } from '../zip/read-zip.ts';

const megabyte = 1024 * 1024;

/** One file, unpacked. */
export const largestFile = 256 * megabyte;
/** All files together, unpacked. */
export const largestWhole = 2047 * megabyte;
/** A ZIP as it lies there. */
export const largestZip = 1024 * megabyte;
export const mostFiles = 60_000;

/** The same, for whoever opens a ZIP. */
export const bagLimits: ZipLimits = { mostFiles, largestFile, largestWhole };

/** How much an archive may hold, far above any real story’s; what is beyond is refused before it is unpacked. */
const megabyte = 1024 * 1024;

/** One file, unpacked. */
export const largestFile = 256 * megabyte;
/** All files together, unpacked. */
export const largestWhole = 2047 * megabyte;
/** A ZIP as it lies there. */
export const largestZip = 1024 * megabyte;
export const mostFiles = 60_000;

/** Which press this is. */
import packageJson from '../../package.json';

/** The press's own version, which its books carry. */
export const version: string = packageJson.version;

/** The versions of the packages that are in the press's bundle, and of what draws its covers. */
export const bundledPackages: Readonly<Record<string, string>> = packageJson.devDependencies;

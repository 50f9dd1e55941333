/** Style sheets that a module asks for are bundled beside it. */
declare module '*.css';

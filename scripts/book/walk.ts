/** Walks a unist tree without recursion, so that no nesting overflows the stack. */
type Branch<Node> = Extract<Node, { children: unknown[] }>;

/** Calls `visit` with each node below `root` in document order, with its parent. Replacing a node's children in `visit` is fine. */
export function walk<Node>(root: Branch<Node>, visit: (node: Node, parent: Branch<Node>) => void): void {
  const stack: { readonly parent: Branch<Node>; next: number }[] = [{ parent: root, next: 0 }];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const node = (top.parent as { readonly children: readonly Node[] }).children[top.next++];
    if (node === undefined) stack.pop();
    else {
      visit(node, top.parent);
      if ((node as { readonly children?: readonly Node[] }).children?.length)
        stack.push({ parent: node as Branch<Node>, next: 0 });
    }
  }
}

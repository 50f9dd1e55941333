/** A button that lets a person choose files: those of a story, a folder, or what `accept` says. */
import type { ComponentChildren } from 'preact';

interface ChooseFileProps {
  readonly class: string;
  readonly onFiles: (files: FileList) => void;
  readonly isFolder?: boolean | undefined;
  readonly children: ComponentChildren;
}

const stories =
  '.txt,.text,.md,.markdown,.docx,.html,.htm,.xhtml,.epub,.zip,.yaml,.yml,.jpg,.jpeg,.png,.gif,.webp,.svg';

export function ChooseFile({ class: name, onFiles, isFolder = false, children }: ChooseFileProps) {
  return (
    <label class={name}>
      {children}
      <input
        type="file"
        multiple
        class="visually-hidden"
        accept={isFolder ? undefined : stories}
        ref={(input) => {
          if (isFolder) input?.setAttribute('webkitdirectory', '');
        }}
        onChange={({ currentTarget }) => {
          if (currentTarget.files) onFiles(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

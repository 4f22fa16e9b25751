// The page that tools/pictures.py takes the editor's picture of: Monaco with the YAML language server and our schema.
import * as monaco from "monaco-editor";
import { configureMonacoYaml } from "monaco-yaml";

window.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(label === "yaml" ? "yaml.worker.js" : "editor.worker.js"),
};
window.open_editor = (schema, text) => {
  configureMonacoYaml(monaco, {
    schemas: [{ uri: "file:///schema/report.schema.json", fileMatch: ["**/*.yaml"], schema }],
  });
  window.editor = monaco.editor.create(document.getElementById("editor"), {
    model: monaco.editor.createModel(text, "yaml", monaco.Uri.parse("file:///data/2024.yaml")),
    fontSize: 15,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    unicodeHighlight: { ambiguousCharacters: false },
  });
};
window.marked = () => monaco.editor.getModelMarkers({}).length;

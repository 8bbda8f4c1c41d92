// HarfBuzz fetches its WebAssembly while it is being imported. The site may fetch nothing, and loads nothing before it
// is needed: so its start becomes a function that takes the bytes, and all its ways to ask for them go.
import type { Plugin } from 'vite';
import { editsOf, type Edit } from './package-edits.ts';

const CODE = 'harfbuzzjs/dist/harfbuzz.js';

const EDITS: readonly Edit[] = [
	{
		file: 'harfbuzzjs/dist/index.mjs',
		from: 'init(await createHarfBuzz());',
		to: 'export const start = async (wasmBinary) => init(await createHarfBuzz({ wasmBinary }));'
	},
	{ file: CODE, from: 'new URL("harfbuzz.wasm",import.meta.url).href', to: '""' },
	{
		file: CODE,
		from: 'if(ENVIRONMENT_IS_NODE){const{createRequire}=await import("module");var require=createRequire(import.meta.url)}',
		to: ''
	},
	{
		file: CODE,
		from: 'if(ENVIRONMENT_IS_NODE){var fs=require("fs");if(_scriptName.startsWith("file:")){scriptDirectory=require("path").dirname(require("url").fileURLToPath(_scriptName))+"/"}readBinary=filename=>{filename=isFileURI(filename)?new URL(filename):filename;var ret=fs.readFileSync(filename);return ret};readAsync=async(filename,binary=true)=>{filename=isFileURI(filename)?new URL(filename):filename;var ret=fs.readFileSync(filename,binary?undefined:"utf8");return ret};if(process.argv.length>1){thisProgram=process.argv[1].replace(/\\\\/g,"/")}arguments_=process.argv.slice(2);quit_=(status,toThrow)=>{process.exitCode=status;throw toThrow}}else if(ENVIRONMENT_IS_WEB||ENVIRONMENT_IS_WORKER){try{scriptDirectory=new URL(".",_scriptName).href}catch{}{if(ENVIRONMENT_IS_WORKER){readBinary=url=>{var xhr=new XMLHttpRequest;xhr.open("GET",url,false);xhr.responseType="arraybuffer";xhr.send(null);return new Uint8Array(xhr.response)}}readAsync=async url=>{if(isFileURI(url)){return new Promise((resolve,reject)=>{var xhr=new XMLHttpRequest;xhr.open("GET",url,true);xhr.responseType="arraybuffer";xhr.onload=()=>{if(xhr.status==200||xhr.status==0&&xhr.response){resolve(xhr.response);return}reject(xhr.status)};xhr.onerror=reject;xhr.send(null)})}var response=await fetch(url,{credentials:"same-origin"});if(response.ok){return response.arrayBuffer()}throw new Error(response.status+" : "+response.url)}}}else{}',
		to: ''
	},
	{
		file: CODE,
		from: 'if(!binary&&!isFileURI(binaryFile)&&!ENVIRONMENT_IS_NODE){try{var response=fetch(binaryFile,{credentials:"same-origin"});var instantiationResult=await WebAssembly.instantiateStreaming(response,imports);return instantiationResult}catch(reason){err(`wasm streaming compile failed: ${reason}`);err("falling back to ArrayBuffer instantiation")}}',
		to: ''
	}
];

/** Makes the start of HarfBuzz a function. */
export function harfbuzzFromBytes(): Plugin {
	return {
		name: 'harfbuzz-from-bytes',
		config: () => ({ optimizeDeps: { exclude: ['harfbuzzjs'] }, ssr: { noExternal: ['harfbuzzjs'] } }),
		...editsOf(EDITS)
	};
}

// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const cosign_vuln: Validator = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:cosign-vuln","title":"cosign vulnerability scan, the predicate","description":"What a scanner has found in an image; its result is the scanner's own document. Other members are allowed.","type":"object","required":["scanner","metadata"],"properties":{"invocation":{"type":["object","null"]},"scanner":{"type":"object","required":["uri"],"properties":{"uri":{"type":"string"}}},"metadata":{"type":"object","required":["scanStartedOn","scanFinishedOn"],"properties":{"scanStartedOn":{"type":["string","null"],"maxLength":40},"scanFinishedOn":{"type":["string","null"],"maxLength":40}}}}};
const func0 = Object.prototype.hasOwnProperty;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:cosign-vuln" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.invocation !== undefined && func0.call(data, "invocation")){
let data0 = data.invocation;
const _errs1 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
validate20.errors = [{instancePath:instancePath+"/invocation",schemaPath:"#/properties/invocation/type",keyword:"type",params:{type: schema31.properties.invocation.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scanner !== undefined && func0.call(data, "scanner")){
let data1 = data.scanner;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.uri === undefined) || (!(func0.call(data1, "uri")))) && (missing1 = "uri")){
validate20.errors = [{instancePath:instancePath+"/scanner",schemaPath:"#/properties/scanner/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.uri !== undefined && func0.call(data1, "uri")){
if(typeof data1.uri !== "string"){
validate20.errors = [{instancePath:instancePath+"/scanner/uri",schemaPath:"#/properties/scanner/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/scanner",schemaPath:"#/properties/scanner/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data3 = data.metadata;
const _errs7 = errors;
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((((data3.scanStartedOn === undefined) || (!(func0.call(data3, "scanStartedOn")))) && (missing2 = "scanStartedOn")) || (((data3.scanFinishedOn === undefined) || (!(func0.call(data3, "scanFinishedOn")))) && (missing2 = "scanFinishedOn"))){
validate20.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data3.scanStartedOn !== undefined && func0.call(data3, "scanStartedOn")){
let data4 = data3.scanStartedOn;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate20.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",schemaPath:"#/properties/metadata/properties/scanStartedOn/type",keyword:"type",params:{type: schema31.properties.metadata.properties.scanStartedOn.type},message:"must be string,null"}];
return false;
}
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 40){
validate20.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",schemaPath:"#/properties/metadata/properties/scanStartedOn/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.scanFinishedOn !== undefined && func0.call(data3, "scanFinishedOn")){
let data5 = data3.scanFinishedOn;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate20.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",schemaPath:"#/properties/metadata/properties/scanFinishedOn/type",keyword:"type",params:{type: schema31.properties.metadata.properties.scanFinishedOn.type},message:"must be string,null"}];
return false;
}
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length > 40){
validate20.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",schemaPath:"#/properties/metadata/properties/scanFinishedOn/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":{"invocation":true,"scanner":true,"metadata":true},"dynamicProps":false,"dynamicItems":false};

export const custody_event_v1: Validator = validate21;
const schema32 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:custody-event-v1","title":"custody event, version 1, the payload of one line of a custody timeline","description":"An in-toto Statement v1; docs/spec/custody-timeline-v1.md says what the members mean. No other members are allowed.","type":"object","additionalProperties":false,"required":["_type","subject","predicateType","predicate"],"properties":{"_type":{"const":"https://in-toto.io/Statement/v1"},"subject":{"type":"array","minItems":1,"maxItems":1024,"items":{"type":"object","additionalProperties":false,"required":["name","digest"],"properties":{"name":{"$ref":"#/$defs/text"},"digest":{"$ref":"#/$defs/digests"}}}},"predicateType":{"const":"urn:forensic-verify:predicate:custody-event:v1"},"predicate":{"type":"object","additionalProperties":false,"required":["case","log","event","performer","purpose","policyDigest"],"properties":{"case":{"type":"object","additionalProperties":false,"required":["id"],"properties":{"id":{"$ref":"#/$defs/text"}}},"log":{"type":"object","additionalProperties":false,"required":["origin","seq","prev"],"properties":{"origin":{"$ref":"#/$defs/origin"},"seq":{"type":"integer","minimum":0,"maximum":4000000},"prev":{"anyOf":[{"type":"null"},{"$ref":"#/$defs/hash"}]}}},"event":{"type":"object","additionalProperties":false,"required":["type","eventDateTime","recordedDateTime"],"properties":{"type":{"$ref":"#/$defs/type"},"eventDateTime":{"$ref":"#/$defs/time"},"endDateTime":{"$ref":"#/$defs/time"},"recordedDateTime":{"$ref":"#/$defs/time"}}},"clock":{"type":"object","additionalProperties":false,"required":["source"],"properties":{"source":{"$ref":"#/$defs/text"},"sync":{"enum":["ntp","gnss","manual","none","unknown"]},"offset":{"$ref":"#/$defs/duration"},"uncertainty":{"$ref":"#/$defs/positiveDuration"},"measuredAt":{"$ref":"#/$defs/time"},"reference":{"$ref":"#/$defs/text"}}},"performer":{"type":"object","additionalProperties":false,"required":["id","role"],"properties":{"id":{"$ref":"#/$defs/text"},"role":{"$ref":"#/$defs/role"},"onBehalfOf":{"$ref":"#/$defs/text"}}},"purpose":{"$ref":"#/$defs/text"},"authorization":{"type":"object","additionalProperties":false,"required":["type","identifier"],"properties":{"type":{"enum":["warrant","ticket","order"]},"identifier":{"$ref":"#/$defs/text"}}},"policyDigest":{"$ref":"#/$defs/hash"},"objects":{"type":"array","minItems":1,"maxItems":1024,"items":{"$ref":"#/$defs/object"}},"custody":{"type":"object","additionalProperties":false,"properties":{"transferId":{"$ref":"#/$defs/text"},"to":{"type":"object","additionalProperties":false,"required":["id"],"properties":{"id":{"$ref":"#/$defs/text"}}},"release":{"$ref":"#/$defs/release"},"seal":{"type":"object","additionalProperties":false,"required":["id"],"properties":{"id":{"$ref":"#/$defs/text"},"state":{"enum":["applied","intact","broken"]}}},"hold":{"$ref":"#/$defs/text"},"medium":{"enum":["courier","diode","network"]}}},"keys":{"type":"array","minItems":1,"maxItems":256,"items":{"$ref":"#/$defs/key"}},"policy":{"$ref":"#/$defs/policy"},"checkpointKey":{"$ref":"#/$defs/vkey"},"witnesses":{"type":"array","minItems":1,"maxItems":64,"items":{"$ref":"#/$defs/vkey"}},"recovery":{"type":"object","additionalProperties":false,"required":["threshold","ids"],"properties":{"threshold":{"type":"integer","minimum":1,"maximum":32},"ids":{"type":"array","minItems":1,"maxItems":64,"items":{"$ref":"#/$defs/text"}}}},"peers":{"type":"array","minItems":1,"maxItems":64,"items":{"type":"object","additionalProperties":false,"required":["origin","key"],"properties":{"origin":{"$ref":"#/$defs/origin"},"key":{"$ref":"#/$defs/vkey"}}}},"target":{"type":"object","additionalProperties":false,"required":["seq","line"],"properties":{"seq":{"type":"integer","minimum":0,"maximum":4000000},"line":{"$ref":"#/$defs/hash"}}},"anchors":{"type":"array","minItems":1,"maxItems":32,"items":{"$ref":"#/$defs/anchor"}},"instrument":{"type":"array","minItems":1,"maxItems":16,"items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/text"},"version":{"$ref":"#/$defs/text"},"digest":{"$ref":"#/$defs/digests"},"commandLine":{"type":"array","minItems":0,"maxItems":256,"items":{"type":"string","maxLength":4096}}}}},"location":{"$ref":"#/$defs/text"},"outcome":{"type":"object","additionalProperties":false,"required":["code"],"properties":{"code":{"enum":["accepted","rejected","pass","fail","unavailable","insufficient_evidence"]},"note":{"$ref":"#/$defs/text"}}},"note":{"$ref":"#/$defs/text"}}}},"$defs":{"text":{"type":"string","minLength":1,"maxLength":1024},"time":{"type":"string","minLength":20,"maxLength":35},"hex":{"type":"string","minLength":64,"maxLength":64,"pattern":"^[0-9a-f]{64}$"},"hash":{"type":"string","minLength":71,"maxLength":71,"pattern":"^sha256:[0-9a-f]{64}$"},"duration":{"type":"string","maxLength":24,"pattern":"^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},"positiveDuration":{"type":"string","maxLength":24,"pattern":"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},"base64":{"type":"string","minLength":4,"maxLength":1048576},"role":{"enum":["custodian","examiner","investigator","authority","system"]},"origin":{"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-*,-~]+$"},"type":{"type":"string","maxLength":64},"digests":{"type":"object","additionalProperties":false,"properties":{"sha256":{"$ref":"#/$defs/hex"},"sha384":{"type":"string","minLength":96,"maxLength":96,"pattern":"^[0-9a-f]{96}$"},"sha512":{"type":"string","minLength":128,"maxLength":128,"pattern":"^[0-9a-f]{128}$"},"sha1":{"type":"string","minLength":40,"maxLength":40,"pattern":"^[0-9a-f]{40}$"},"md5":{"type":"string","minLength":32,"maxLength":32,"pattern":"^[0-9a-f]{32}$"}},"minProperties":1},"key":{"type":"object","additionalProperties":false,"properties":{"action":{"enum":["introduce","retire","compromised"]},"id":{"$ref":"#/$defs/text"},"publicKey":{"$ref":"#/$defs/base64"},"roles":{"type":"array","minItems":1,"maxItems":5,"items":{"$ref":"#/$defs/role"}},"validUntil":{"$ref":"#/$defs/time"},"keyid":{"$ref":"#/$defs/hex"},"since":{"$ref":"#/$defs/time"}}},"vkey":{"type":"string","minLength":1,"maxLength":8192},"policy":{"type":"object","additionalProperties":false,"properties":{"roles":{"type":"object","additionalProperties":false,"properties":{"custodian":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"examiner":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"investigator":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"authority":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"system":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}}}},"dualControl":{"type":"object","maxProperties":64,"additionalProperties":{"type":"integer","minimum":1,"maximum":32}},"distinctActors":{"type":"boolean"},"maxSilence":{"$ref":"#/$defs/positiveDuration"},"fixityEvery":{"$ref":"#/$defs/positiveDuration"},"quorum":{"type":"integer","minimum":0,"maximum":64}}},"object":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/text"},"before":{"$ref":"#/$defs/digests"},"after":{"$ref":"#/$defs/digests"},"change":{"enum":["none","copied","derived","altered"]},"from":{"$ref":"#/$defs/text"},"justification":{"$ref":"#/$defs/text"}}},"release":{"type":"object","additionalProperties":false,"required":["line"],"properties":{"line":{"$ref":"#/$defs/hash"},"origin":{"$ref":"#/$defs/origin"},"index":{"type":"integer","minimum":0,"maximum":4000000},"envelope":{"$ref":"#/$defs/base64"},"proof":{"type":"array","minItems":0,"maxItems":64,"items":{"type":"string","minLength":44,"maxLength":44}},"note":{"type":"string","maxLength":262144}}},"anchor":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["checkpoint","outside"]},"note":{"type":"string","minLength":1,"maxLength":262144},"data":{"$ref":"#/$defs/base64"},"timestamps":{"type":"array","minItems":1,"maxItems":32,"items":{"$ref":"#/$defs/base64"}},"bundles":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object"}}}}}};
const schema33 = {"type":"string","minLength":1,"maxLength":1024};
const schema37 = {"type":"string","minLength":1,"maxLength":255,"pattern":"^[!-*,-~]+$"};
const schema38 = {"type":"string","minLength":71,"maxLength":71,"pattern":"^sha256:[0-9a-f]{64}$"};
const schema39 = {"type":"string","maxLength":64};
const schema40 = {"type":"string","minLength":20,"maxLength":35};
const schema44 = {"type":"string","maxLength":24,"pattern":"^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"};
const schema45 = {"type":"string","maxLength":24,"pattern":"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"};
const schema49 = {"enum":["custodian","examiner","investigator","authority","system"]};
const schema81 = {"type":"string","minLength":1,"maxLength":8192};
const schema34 = {"type":"object","additionalProperties":false,"properties":{"sha256":{"$ref":"#/$defs/hex"},"sha384":{"type":"string","minLength":96,"maxLength":96,"pattern":"^[0-9a-f]{96}$"},"sha512":{"type":"string","minLength":128,"maxLength":128,"pattern":"^[0-9a-f]{128}$"},"sha1":{"type":"string","minLength":40,"maxLength":40,"pattern":"^[0-9a-f]{40}$"},"md5":{"type":"string","minLength":32,"maxLength":32,"pattern":"^[0-9a-f]{32}$"}},"minProperties":1};
const schema35 = {"type":"string","minLength":64,"maxLength":64,"pattern":"^[0-9a-f]{64}$"};
const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern5 = new RegExp("^[0-9a-f]{96}$", "u");
const pattern6 = new RegExp("^[0-9a-f]{128}$", "u");
const pattern7 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern8 = new RegExp("^[0-9a-f]{32}$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
validate22.errors = [{instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "sha256") || (key0 === "sha384")) || (key0 === "sha512")) || (key0 === "sha1")) || (key0 === "md5"))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.sha256 !== undefined && func0.call(data, "sha256")){
let data0 = data.sha256;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(data0.length > 64){
validate22.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/hex/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data0.length < 64){
validate22.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/hex/minLength",keyword:"minLength",params:{limit: 64},message:"must NOT have fewer than 64 characters"}];
return false;
}
else {
if(!pattern4.test(data0)){
validate22.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/hex/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/sha256",schemaPath:"#/$defs/hex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha384 !== undefined && func0.call(data, "sha384")){
let data1 = data.sha384;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(data1.length > 96){
validate22.errors = [{instancePath:instancePath+"/sha384",schemaPath:"#/properties/sha384/maxLength",keyword:"maxLength",params:{limit: 96},message:"must NOT have more than 96 characters"}];
return false;
}
else {
if(data1.length < 96){
validate22.errors = [{instancePath:instancePath+"/sha384",schemaPath:"#/properties/sha384/minLength",keyword:"minLength",params:{limit: 96},message:"must NOT have fewer than 96 characters"}];
return false;
}
else {
if(!pattern5.test(data1)){
validate22.errors = [{instancePath:instancePath+"/sha384",schemaPath:"#/properties/sha384/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{96}$"},message:"must match pattern \""+"^[0-9a-f]{96}$"+"\""}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/sha384",schemaPath:"#/properties/sha384/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha512 !== undefined && func0.call(data, "sha512")){
let data2 = data.sha512;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(data2.length > 128){
validate22.errors = [{instancePath:instancePath+"/sha512",schemaPath:"#/properties/sha512/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(data2.length < 128){
validate22.errors = [{instancePath:instancePath+"/sha512",schemaPath:"#/properties/sha512/minLength",keyword:"minLength",params:{limit: 128},message:"must NOT have fewer than 128 characters"}];
return false;
}
else {
if(!pattern6.test(data2)){
validate22.errors = [{instancePath:instancePath+"/sha512",schemaPath:"#/properties/sha512/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{128}$"},message:"must match pattern \""+"^[0-9a-f]{128}$"+"\""}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/sha512",schemaPath:"#/properties/sha512/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha1 !== undefined && func0.call(data, "sha1")){
let data3 = data.sha1;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(data3.length > 40){
validate22.errors = [{instancePath:instancePath+"/sha1",schemaPath:"#/properties/sha1/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(data3.length < 40){
validate22.errors = [{instancePath:instancePath+"/sha1",schemaPath:"#/properties/sha1/minLength",keyword:"minLength",params:{limit: 40},message:"must NOT have fewer than 40 characters"}];
return false;
}
else {
if(!pattern7.test(data3)){
validate22.errors = [{instancePath:instancePath+"/sha1",schemaPath:"#/properties/sha1/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{40}$"},message:"must match pattern \""+"^[0-9a-f]{40}$"+"\""}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/sha1",schemaPath:"#/properties/sha1/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.md5 !== undefined && func0.call(data, "md5")){
let data4 = data.md5;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(data4.length > 32){
validate22.errors = [{instancePath:instancePath+"/md5",schemaPath:"#/properties/md5/maxLength",keyword:"maxLength",params:{limit: 32},message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(data4.length < 32){
validate22.errors = [{instancePath:instancePath+"/md5",schemaPath:"#/properties/md5/minLength",keyword:"minLength",params:{limit: 32},message:"must NOT have fewer than 32 characters"}];
return false;
}
else {
if(!pattern8.test(data4)){
validate22.errors = [{instancePath:instancePath+"/md5",schemaPath:"#/properties/md5/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{32}$"},message:"must match pattern \""+"^[0-9a-f]{32}$"+"\""}];
return false;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/md5",schemaPath:"#/properties/md5/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema54 = {"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/text"},"before":{"$ref":"#/$defs/digests"},"after":{"$ref":"#/$defs/digests"},"change":{"enum":["none","copied","derived","altered"]},"from":{"$ref":"#/$defs/text"},"justification":{"$ref":"#/$defs/text"}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "name") || (key0 === "before")) || (key0 === "after")) || (key0 === "change")) || (key0 === "from")) || (key0 === "justification"))){
validate24.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(data0.length > 1024){
validate24.errors = [{instancePath:instancePath+"/name",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data0.length < 1){
validate24.errors = [{instancePath:instancePath+"/name",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/name",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined && func0.call(data, "before")){
const _errs5 = errors;
if(!(validate22(data.before, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined && func0.call(data, "after")){
const _errs6 = errors;
if(!(validate22(data.after, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.change !== undefined && func0.call(data, "change")){
let data3 = data.change;
const _errs7 = errors;
if(!((((data3 === "none") || (data3 === "copied")) || (data3 === "derived")) || (data3 === "altered"))){
validate24.errors = [{instancePath:instancePath+"/change",schemaPath:"#/properties/change/enum",keyword:"enum",params:{allowedValues: schema54.properties.change.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined && func0.call(data, "from")){
let data4 = data.from;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 1024){
validate24.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data4.length < 1){
validate24.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/from",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.justification !== undefined && func0.call(data, "justification")){
let data5 = data.justification;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(data5.length > 1024){
validate24.errors = [{instancePath:instancePath+"/justification",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data5.length < 1){
validate24.errors = [{instancePath:instancePath+"/justification",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/justification",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema60 = {"type":"object","additionalProperties":false,"required":["line"],"properties":{"line":{"$ref":"#/$defs/hash"},"origin":{"$ref":"#/$defs/origin"},"index":{"type":"integer","minimum":0,"maximum":4000000},"envelope":{"$ref":"#/$defs/base64"},"proof":{"type":"array","minItems":0,"maxItems":64,"items":{"type":"string","minLength":44,"maxLength":44}},"note":{"type":"string","maxLength":262144}}};
const schema63 = {"type":"string","minLength":4,"maxLength":1048576};
const pattern10 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
const pattern9 = new RegExp("^[!-*,-~]+$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.line === undefined) || (!(func0.call(data, "line")))) && (missing0 = "line")){
validate28.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "line") || (key0 === "origin")) || (key0 === "index")) || (key0 === "envelope")) || (key0 === "proof")) || (key0 === "note"))){
validate28.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.line !== undefined && func0.call(data, "line")){
let data0 = data.line;
const _errs2 = errors;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data0 === "string"){
if(data0.length > 71){
validate28.errors = [{instancePath:instancePath+"/line",schemaPath:"#/$defs/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(data0.length < 71){
validate28.errors = [{instancePath:instancePath+"/line",schemaPath:"#/$defs/hash/minLength",keyword:"minLength",params:{limit: 71},message:"must NOT have fewer than 71 characters"}];
return false;
}
else {
if(!pattern10.test(data0)){
validate28.errors = [{instancePath:instancePath+"/line",schemaPath:"#/$defs/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/line",schemaPath:"#/$defs/hash/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.origin !== undefined && func0.call(data, "origin")){
let data1 = data.origin;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data1 === "string"){
if(data1.length > 255){
validate28.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/$defs/origin/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"}];
return false;
}
else {
if(data1.length < 1){
validate28.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/$defs/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern9.test(data1)){
validate28.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/$defs/origin/pattern",keyword:"pattern",params:{pattern: "^[!-*,-~]+$"},message:"must match pattern \""+"^[!-*,-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/$defs/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.index !== undefined && func0.call(data, "index")){
let data2 = data.index;
const _errs8 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate28.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4000000 || isNaN(data2)){
validate28.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000000},message:"must be <= 4000000"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate28.errors = [{instancePath:instancePath+"/index",schemaPath:"#/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.envelope !== undefined && func0.call(data, "envelope")){
let data3 = data.envelope;
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(data3.length > 1048576){
validate28.errors = [{instancePath:instancePath+"/envelope",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 1048576},message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data3.length < 4){
validate28.errors = [{instancePath:instancePath+"/envelope",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 4},message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/envelope",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proof !== undefined && func0.call(data, "proof")){
let data4 = data.proof;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data4)){
if(data4.length > 64){
validate28.errors = [{instancePath:instancePath+"/proof",schemaPath:"#/properties/proof/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data4.length < 0){
validate28.errors = [{instancePath:instancePath+"/proof",schemaPath:"#/properties/proof/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs15 = errors;
if(errors === _errs15){
if(typeof data5 === "string"){
if(data5.length > 44){
validate28.errors = [{instancePath:instancePath+"/proof/" + i0,schemaPath:"#/properties/proof/items/maxLength",keyword:"maxLength",params:{limit: 44},message:"must NOT have more than 44 characters"}];
return false;
}
else {
if(data5.length < 44){
validate28.errors = [{instancePath:instancePath+"/proof/" + i0,schemaPath:"#/properties/proof/items/minLength",keyword:"minLength",params:{limit: 44},message:"must NOT have fewer than 44 characters"}];
return false;
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/proof/" + i0,schemaPath:"#/properties/proof/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs15 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/proof",schemaPath:"#/properties/proof/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.note !== undefined && func0.call(data, "note")){
let data6 = data.note;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(data6.length > 262144){
validate28.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/maxLength",keyword:"maxLength",params:{limit: 262144},message:"must NOT have more than 262144 characters"}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema66 = {"type":"object","additionalProperties":false,"properties":{"action":{"enum":["introduce","retire","compromised"]},"id":{"$ref":"#/$defs/text"},"publicKey":{"$ref":"#/$defs/base64"},"roles":{"type":"array","minItems":1,"maxItems":5,"items":{"$ref":"#/$defs/role"}},"validUntil":{"$ref":"#/$defs/time"},"keyid":{"$ref":"#/$defs/hex"},"since":{"$ref":"#/$defs/time"}}};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "action") || (key0 === "id")) || (key0 === "publicKey")) || (key0 === "roles")) || (key0 === "validUntil")) || (key0 === "keyid")) || (key0 === "since"))){
validate30.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.action !== undefined && func0.call(data, "action")){
let data0 = data.action;
const _errs2 = errors;
if(!(((data0 === "introduce") || (data0 === "retire")) || (data0 === "compromised"))){
validate30.errors = [{instancePath:instancePath+"/action",schemaPath:"#/properties/action/enum",keyword:"enum",params:{allowedValues: schema66.properties.action.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined && func0.call(data, "id")){
let data1 = data.id;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 1024){
validate30.errors = [{instancePath:instancePath+"/id",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data1.length < 1){
validate30.errors = [{instancePath:instancePath+"/id",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/id",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.publicKey !== undefined && func0.call(data, "publicKey")){
let data2 = data.publicKey;
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(data2.length > 1048576){
validate30.errors = [{instancePath:instancePath+"/publicKey",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 1048576},message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data2.length < 4){
validate30.errors = [{instancePath:instancePath+"/publicKey",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 4},message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/publicKey",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.roles !== undefined && func0.call(data, "roles")){
let data3 = data.roles;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data3)){
if(data3.length > 5){
validate30.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data3.length < 1){
validate30.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs11 = errors;
if(!(((((data4 === "custodian") || (data4 === "examiner")) || (data4 === "investigator")) || (data4 === "authority")) || (data4 === "system"))){
validate30.errors = [{instancePath:instancePath+"/roles/" + i0,schemaPath:"#/$defs/role/enum",keyword:"enum",params:{allowedValues: schema49.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid3 = _errs11 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validUntil !== undefined && func0.call(data, "validUntil")){
let data5 = data.validUntil;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data5 === "string"){
if(data5.length > 35){
validate30.errors = [{instancePath:instancePath+"/validUntil",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data5.length < 20){
validate30.errors = [{instancePath:instancePath+"/validUntil",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/validUntil",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.keyid !== undefined && func0.call(data, "keyid")){
let data6 = data.keyid;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data6 === "string"){
if(data6.length > 64){
validate30.errors = [{instancePath:instancePath+"/keyid",schemaPath:"#/$defs/hex/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data6.length < 64){
validate30.errors = [{instancePath:instancePath+"/keyid",schemaPath:"#/$defs/hex/minLength",keyword:"minLength",params:{limit: 64},message:"must NOT have fewer than 64 characters"}];
return false;
}
else {
if(!pattern4.test(data6)){
validate30.errors = [{instancePath:instancePath+"/keyid",schemaPath:"#/$defs/hex/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/keyid",schemaPath:"#/$defs/hex/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.since !== undefined && func0.call(data, "since")){
let data7 = data.since;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data7 === "string"){
if(data7.length > 35){
validate30.errors = [{instancePath:instancePath+"/since",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data7.length < 20){
validate30.errors = [{instancePath:instancePath+"/since",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate30.errors = [{instancePath:instancePath+"/since",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema73 = {"type":"object","additionalProperties":false,"properties":{"roles":{"type":"object","additionalProperties":false,"properties":{"custodian":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"examiner":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"investigator":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"authority":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}},"system":{"type":"array","minItems":0,"maxItems":64,"items":{"$ref":"#/$defs/type"}}}},"dualControl":{"type":"object","maxProperties":64,"additionalProperties":{"type":"integer","minimum":1,"maximum":32}},"distinctActors":{"type":"boolean"},"maxSilence":{"$ref":"#/$defs/positiveDuration"},"fixityEvery":{"$ref":"#/$defs/positiveDuration"},"quorum":{"type":"integer","minimum":0,"maximum":64}}};
const pattern12 = new RegExp("^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "roles") || (key0 === "dualControl")) || (key0 === "distinctActors")) || (key0 === "maxSilence")) || (key0 === "fixityEvery")) || (key0 === "quorum"))){
validate32.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.roles !== undefined && func0.call(data, "roles")){
let data0 = data.roles;
const _errs2 = errors;
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
const _errs4 = errors;
for(const key1 of Object.keys(data0)){
if(!(((((key1 === "custodian") || (key1 === "examiner")) || (key1 === "investigator")) || (key1 === "authority")) || (key1 === "system"))){
validate32.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs4 === errors){
if(data0.custodian !== undefined && func0.call(data0, "custodian")){
let data1 = data0.custodian;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data1)){
if(data1.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/custodian",schemaPath:"#/properties/roles/properties/custodian/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data1.length < 0){
validate32.errors = [{instancePath:instancePath+"/roles/custodian",schemaPath:"#/properties/roles/properties/custodian/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data2 === "string"){
if(data2.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/custodian/" + i0,schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/custodian/" + i0,schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/custodian",schemaPath:"#/properties/roles/properties/custodian/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.examiner !== undefined && func0.call(data0, "examiner")){
let data3 = data0.examiner;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data3)){
if(data3.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/examiner",schemaPath:"#/properties/roles/properties/examiner/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data3.length < 0){
validate32.errors = [{instancePath:instancePath+"/roles/examiner",schemaPath:"#/properties/roles/properties/examiner/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs12 = errors;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data4 === "string"){
if(data4.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/examiner/" + i1,schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/examiner/" + i1,schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs12 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/examiner",schemaPath:"#/properties/roles/properties/examiner/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.investigator !== undefined && func0.call(data0, "investigator")){
let data5 = data0.investigator;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data5)){
if(data5.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/investigator",schemaPath:"#/properties/roles/properties/investigator/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 0){
validate32.errors = [{instancePath:instancePath+"/roles/investigator",schemaPath:"#/properties/roles/properties/investigator/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid6 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
const _errs17 = errors;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data6 === "string"){
if(data6.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/investigator/" + i2,schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/investigator/" + i2,schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid6 = _errs17 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/investigator",schemaPath:"#/properties/roles/properties/investigator/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.authority !== undefined && func0.call(data0, "authority")){
let data7 = data0.authority;
const _errs20 = errors;
if(errors === _errs20){
if(Array.isArray(data7)){
if(data7.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/authority",schemaPath:"#/properties/roles/properties/authority/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data7.length < 0){
validate32.errors = [{instancePath:instancePath+"/roles/authority",schemaPath:"#/properties/roles/properties/authority/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid8 = true;
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
let data8 = data7[i3];
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data8 === "string"){
if(data8.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/authority/" + i3,schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/authority/" + i3,schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid8 = _errs22 === errors;
if(!valid8){
break;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/authority",schemaPath:"#/properties/roles/properties/authority/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs20 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.system !== undefined && func0.call(data0, "system")){
let data9 = data0.system;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data9)){
if(data9.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/system",schemaPath:"#/properties/roles/properties/system/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data9.length < 0){
validate32.errors = [{instancePath:instancePath+"/roles/system",schemaPath:"#/properties/roles/properties/system/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid10 = true;
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
let data10 = data9[i4];
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(typeof data10 === "string"){
if(data10.length > 64){
validate32.errors = [{instancePath:instancePath+"/roles/system/" + i4,schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/system/" + i4,schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs27 === errors;
if(!valid10){
break;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles/system",schemaPath:"#/properties/roles/properties/system/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs25 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dualControl !== undefined && func0.call(data, "dualControl")){
let data11 = data.dualControl;
const _errs30 = errors;
if(errors === _errs30){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 64){
validate32.errors = [{instancePath:instancePath+"/dualControl",schemaPath:"#/properties/dualControl/maxProperties",keyword:"maxProperties",params:{limit: 64},message:"must NOT have more than 64 properties"}];
return false;
}
else {
for(const key2 of Object.keys(data11)){
let data12 = data11[key2];
const _errs33 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate32.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dualControl/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs33){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 32 || isNaN(data12)){
validate32.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dualControl/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"}];
return false;
}
else {
if(data12 < 1 || isNaN(data12)){
validate32.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dualControl/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid12 = _errs33 === errors;
if(!valid12){
break;
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/dualControl",schemaPath:"#/properties/dualControl/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinctActors !== undefined && func0.call(data, "distinctActors")){
const _errs35 = errors;
if(typeof data.distinctActors !== "boolean"){
validate32.errors = [{instancePath:instancePath+"/distinctActors",schemaPath:"#/properties/distinctActors/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxSilence !== undefined && func0.call(data, "maxSilence")){
let data14 = data.maxSilence;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data14 === "string"){
if(data14.length > 24){
validate32.errors = [{instancePath:instancePath+"/maxSilence",schemaPath:"#/$defs/positiveDuration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern12.test(data14)){
validate32.errors = [{instancePath:instancePath+"/maxSilence",schemaPath:"#/$defs/positiveDuration/pattern",keyword:"pattern",params:{pattern: "^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},message:"must match pattern \""+"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/maxSilence",schemaPath:"#/$defs/positiveDuration/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fixityEvery !== undefined && func0.call(data, "fixityEvery")){
let data15 = data.fixityEvery;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data15 === "string"){
if(data15.length > 24){
validate32.errors = [{instancePath:instancePath+"/fixityEvery",schemaPath:"#/$defs/positiveDuration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern12.test(data15)){
validate32.errors = [{instancePath:instancePath+"/fixityEvery",schemaPath:"#/$defs/positiveDuration/pattern",keyword:"pattern",params:{pattern: "^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},message:"must match pattern \""+"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/fixityEvery",schemaPath:"#/$defs/positiveDuration/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quorum !== undefined && func0.call(data, "quorum")){
let data16 = data.quorum;
const _errs43 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate32.errors = [{instancePath:instancePath+"/quorum",schemaPath:"#/properties/quorum/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs43){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 64 || isNaN(data16)){
validate32.errors = [{instancePath:instancePath+"/quorum",schemaPath:"#/properties/quorum/maximum",keyword:"maximum",params:{comparison: "<=", limit: 64},message:"must be <= 64"}];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate32.errors = [{instancePath:instancePath+"/quorum",schemaPath:"#/properties/quorum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate32.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema87 = {"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["checkpoint","outside"]},"note":{"type":"string","minLength":1,"maxLength":262144},"data":{"$ref":"#/$defs/base64"},"timestamps":{"type":"array","minItems":1,"maxItems":32,"items":{"$ref":"#/$defs/base64"}},"bundles":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object"}}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) || (!(func0.call(data, "kind")))) && (missing0 = "kind")){
validate34.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "kind") || (key0 === "note")) || (key0 === "data")) || (key0 === "timestamps")) || (key0 === "bundles"))){
validate34.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined && func0.call(data, "kind")){
let data0 = data.kind;
const _errs2 = errors;
if(!((data0 === "checkpoint") || (data0 === "outside"))){
validate34.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema87.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.note !== undefined && func0.call(data, "note")){
let data1 = data.note;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 262144){
validate34.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/maxLength",keyword:"maxLength",params:{limit: 262144},message:"must NOT have more than 262144 characters"}];
return false;
}
else {
if(data1.length < 1){
validate34.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/note",schemaPath:"#/properties/note/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.data !== undefined && func0.call(data, "data")){
let data2 = data.data;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(data2.length > 1048576){
validate34.errors = [{instancePath:instancePath+"/data",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 1048576},message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data2.length < 4){
validate34.errors = [{instancePath:instancePath+"/data",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 4},message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/data",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamps !== undefined && func0.call(data, "timestamps")){
let data3 = data.timestamps;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
if(data3.length > 32){
validate34.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/properties/timestamps/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data3.length < 1){
validate34.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/properties/timestamps/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(data4.length > 1048576){
validate34.errors = [{instancePath:instancePath+"/timestamps/" + i0,schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 1048576},message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data4.length < 4){
validate34.errors = [{instancePath:instancePath+"/timestamps/" + i0,schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 4},message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/timestamps/" + i0,schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/timestamps",schemaPath:"#/properties/timestamps/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bundles !== undefined && func0.call(data, "bundles")){
let data5 = data.bundles;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data5)){
if(data5.length > 32){
validate34.errors = [{instancePath:instancePath+"/bundles",schemaPath:"#/properties/bundles/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data5.length < 1){
validate34.errors = [{instancePath:instancePath+"/bundles",schemaPath:"#/properties/bundles/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid4 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs15 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
validate34.errors = [{instancePath:instancePath+"/bundles/" + i1,schemaPath:"#/properties/bundles/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid4 = _errs15 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/bundles",schemaPath:"#/properties/bundles/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern11 = new RegExp("^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:custody-event-v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data._type === undefined) || (!(func0.call(data, "_type")))) && (missing0 = "_type")) || (((data.subject === undefined) || (!(func0.call(data, "subject")))) && (missing0 = "subject"))) || (((data.predicateType === undefined) || (!(func0.call(data, "predicateType")))) && (missing0 = "predicateType"))) || (((data.predicate === undefined) || (!(func0.call(data, "predicate")))) && (missing0 = "predicate"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "_type") || (key0 === "subject")) || (key0 === "predicateType")) || (key0 === "predicate"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data._type !== undefined && func0.call(data, "_type")){
const _errs2 = errors;
if("https://in-toto.io/Statement/v1" !== data._type){
validate21.errors = [{instancePath:instancePath+"/_type",schemaPath:"#/properties/_type/const",keyword:"const",params:{allowedValue: "https://in-toto.io/Statement/v1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subject !== undefined && func0.call(data, "subject")){
let data1 = data.subject;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
if(data1.length > 1024){
validate21.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/maxItems",keyword:"maxItems",params:{limit: 1024},message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data1.length < 1){
validate21.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((data2.name === undefined) || (!(func0.call(data2, "name")))) && (missing1 = "name")) || (((data2.digest === undefined) || (!(func0.call(data2, "digest")))) && (missing1 = "digest"))){
validate21.errors = [{instancePath:instancePath+"/subject/" + i0,schemaPath:"#/properties/subject/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 of Object.keys(data2)){
if(!((key1 === "name") || (key1 === "digest"))){
validate21.errors = [{instancePath:instancePath+"/subject/" + i0,schemaPath:"#/properties/subject/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data2.name !== undefined && func0.call(data2, "name")){
let data3 = data2.name;
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(data3.length > 1024){
validate21.errors = [{instancePath:instancePath+"/subject/" + i0+"/name",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data3.length < 1){
validate21.errors = [{instancePath:instancePath+"/subject/" + i0+"/name",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/subject/" + i0+"/name",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.digest !== undefined && func0.call(data2, "digest")){
const _errs11 = errors;
if(!(validate22(data2.digest, {instancePath:instancePath+"/subject/" + i0+"/digest",parentData:data2,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/subject/" + i0,schemaPath:"#/properties/subject/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicateType !== undefined && func0.call(data, "predicateType")){
const _errs12 = errors;
if("urn:forensic-verify:predicate:custody-event:v1" !== data.predicateType){
validate21.errors = [{instancePath:instancePath+"/predicateType",schemaPath:"#/properties/predicateType/const",keyword:"const",params:{allowedValue: "urn:forensic-verify:predicate:custody-event:v1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicate !== undefined && func0.call(data, "predicate")){
let data6 = data.predicate;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((((((data6.case === undefined) || (!(func0.call(data6, "case")))) && (missing2 = "case")) || (((data6.log === undefined) || (!(func0.call(data6, "log")))) && (missing2 = "log"))) || (((data6.event === undefined) || (!(func0.call(data6, "event")))) && (missing2 = "event"))) || (((data6.performer === undefined) || (!(func0.call(data6, "performer")))) && (missing2 = "performer"))) || (((data6.purpose === undefined) || (!(func0.call(data6, "purpose")))) && (missing2 = "purpose"))) || (((data6.policyDigest === undefined) || (!(func0.call(data6, "policyDigest")))) && (missing2 = "policyDigest"))){
validate21.errors = [{instancePath:instancePath+"/predicate",schemaPath:"#/properties/predicate/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs15 = errors;
for(const key2 of Object.keys(data6)){
if(!(func0.call(schema32.properties.predicate.properties, key2))){
validate21.errors = [{instancePath:instancePath+"/predicate",schemaPath:"#/properties/predicate/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs15 === errors){
if(data6.case !== undefined && func0.call(data6, "case")){
let data7 = data6.case;
const _errs16 = errors;
if(errors === _errs16){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing3;
if(((data7.id === undefined) || (!(func0.call(data7, "id")))) && (missing3 = "id")){
validate21.errors = [{instancePath:instancePath+"/predicate/case",schemaPath:"#/properties/predicate/properties/case/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs18 = errors;
for(const key3 of Object.keys(data7)){
if(!(key3 === "id")){
validate21.errors = [{instancePath:instancePath+"/predicate/case",schemaPath:"#/properties/predicate/properties/case/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs18 === errors){
if(data7.id !== undefined && func0.call(data7, "id")){
let data8 = data7.id;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data8 === "string"){
if(data8.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/case/id",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data8.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/case/id",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/case/id",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/case",schemaPath:"#/properties/predicate/properties/case/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.log !== undefined && func0.call(data6, "log")){
let data9 = data6.log;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing4;
if(((((data9.origin === undefined) || (!(func0.call(data9, "origin")))) && (missing4 = "origin")) || (((data9.seq === undefined) || (!(func0.call(data9, "seq")))) && (missing4 = "seq"))) || (((data9.prev === undefined) || (!(func0.call(data9, "prev")))) && (missing4 = "prev"))){
validate21.errors = [{instancePath:instancePath+"/predicate/log",schemaPath:"#/properties/predicate/properties/log/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key4 of Object.keys(data9)){
if(!(((key4 === "origin") || (key4 === "seq")) || (key4 === "prev"))){
validate21.errors = [{instancePath:instancePath+"/predicate/log",schemaPath:"#/properties/predicate/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data9.origin !== undefined && func0.call(data9, "origin")){
let data10 = data9.origin;
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(typeof data10 === "string"){
if(data10.length > 255){
validate21.errors = [{instancePath:instancePath+"/predicate/log/origin",schemaPath:"#/$defs/origin/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"}];
return false;
}
else {
if(data10.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/log/origin",schemaPath:"#/$defs/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern9.test(data10)){
validate21.errors = [{instancePath:instancePath+"/predicate/log/origin",schemaPath:"#/$defs/origin/pattern",keyword:"pattern",params:{pattern: "^[!-*,-~]+$"},message:"must match pattern \""+"^[!-*,-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/log/origin",schemaPath:"#/$defs/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.seq !== undefined && func0.call(data9, "seq")){
let data11 = data9.seq;
const _errs28 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate21.errors = [{instancePath:instancePath+"/predicate/log/seq",schemaPath:"#/properties/predicate/properties/log/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs28){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 4000000 || isNaN(data11)){
validate21.errors = [{instancePath:instancePath+"/predicate/log/seq",schemaPath:"#/properties/predicate/properties/log/properties/seq/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000000},message:"must be <= 4000000"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate21.errors = [{instancePath:instancePath+"/predicate/log/seq",schemaPath:"#/properties/predicate/properties/log/properties/seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid7 = _errs28 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.prev !== undefined && func0.call(data9, "prev")){
let data12 = data9.prev;
const _errs30 = errors;
const _errs31 = errors;
let valid9 = false;
const _errs32 = errors;
if(data12 !== null){
const err0 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/properties/predicate/properties/log/properties/prev/anyOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs32 === errors;
valid9 = valid9 || _valid0;
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data12 === "string"){
if(data12.length > 71){
const err1 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/$defs/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data12.length < 71){
const err2 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/$defs/hash/minLength",keyword:"minLength",params:{limit: 71},message:"must NOT have fewer than 71 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(!pattern10.test(data12)){
const err3 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/$defs/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
else {
const err4 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/$defs/hash/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs34 === errors;
valid9 = valid9 || _valid0;
if(!valid9){
const err5 = {instancePath:instancePath+"/predicate/log/prev",schemaPath:"#/properties/predicate/properties/log/properties/prev/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs30 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/log",schemaPath:"#/properties/predicate/properties/log/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.event !== undefined && func0.call(data6, "event")){
let data13 = data6.event;
const _errs37 = errors;
if(errors === _errs37){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing5;
if(((((data13.type === undefined) || (!(func0.call(data13, "type")))) && (missing5 = "type")) || (((data13.eventDateTime === undefined) || (!(func0.call(data13, "eventDateTime")))) && (missing5 = "eventDateTime"))) || (((data13.recordedDateTime === undefined) || (!(func0.call(data13, "recordedDateTime")))) && (missing5 = "recordedDateTime"))){
validate21.errors = [{instancePath:instancePath+"/predicate/event",schemaPath:"#/properties/predicate/properties/event/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs39 = errors;
for(const key5 of Object.keys(data13)){
if(!((((key5 === "type") || (key5 === "eventDateTime")) || (key5 === "endDateTime")) || (key5 === "recordedDateTime"))){
validate21.errors = [{instancePath:instancePath+"/predicate/event",schemaPath:"#/properties/predicate/properties/event/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs39 === errors){
if(data13.type !== undefined && func0.call(data13, "type")){
let data14 = data13.type;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data14 === "string"){
if(data14.length > 64){
validate21.errors = [{instancePath:instancePath+"/predicate/event/type",schemaPath:"#/$defs/type/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/event/type",schemaPath:"#/$defs/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data13.eventDateTime !== undefined && func0.call(data13, "eventDateTime")){
let data15 = data13.eventDateTime;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(typeof data15 === "string"){
if(data15.length > 35){
validate21.errors = [{instancePath:instancePath+"/predicate/event/eventDateTime",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data15.length < 20){
validate21.errors = [{instancePath:instancePath+"/predicate/event/eventDateTime",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/event/eventDateTime",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs43 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data13.endDateTime !== undefined && func0.call(data13, "endDateTime")){
let data16 = data13.endDateTime;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data16 === "string"){
if(data16.length > 35){
validate21.errors = [{instancePath:instancePath+"/predicate/event/endDateTime",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data16.length < 20){
validate21.errors = [{instancePath:instancePath+"/predicate/event/endDateTime",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/event/endDateTime",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs46 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data13.recordedDateTime !== undefined && func0.call(data13, "recordedDateTime")){
let data17 = data13.recordedDateTime;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(typeof data17 === "string"){
if(data17.length > 35){
validate21.errors = [{instancePath:instancePath+"/predicate/event/recordedDateTime",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data17.length < 20){
validate21.errors = [{instancePath:instancePath+"/predicate/event/recordedDateTime",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/event/recordedDateTime",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/event",schemaPath:"#/properties/predicate/properties/event/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.clock !== undefined && func0.call(data6, "clock")){
let data18 = data6.clock;
const _errs52 = errors;
if(errors === _errs52){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing6;
if(((data18.source === undefined) || (!(func0.call(data18, "source")))) && (missing6 = "source")){
validate21.errors = [{instancePath:instancePath+"/predicate/clock",schemaPath:"#/properties/predicate/properties/clock/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs54 = errors;
for(const key6 of Object.keys(data18)){
if(!((((((key6 === "source") || (key6 === "sync")) || (key6 === "offset")) || (key6 === "uncertainty")) || (key6 === "measuredAt")) || (key6 === "reference"))){
validate21.errors = [{instancePath:instancePath+"/predicate/clock",schemaPath:"#/properties/predicate/properties/clock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs54 === errors){
if(data18.source !== undefined && func0.call(data18, "source")){
let data19 = data18.source;
const _errs55 = errors;
const _errs56 = errors;
if(errors === _errs56){
if(typeof data19 === "string"){
if(data19.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/source",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data19.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/source",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock/source",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs55 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.sync !== undefined && func0.call(data18, "sync")){
let data20 = data18.sync;
const _errs58 = errors;
if(!(((((data20 === "ntp") || (data20 === "gnss")) || (data20 === "manual")) || (data20 === "none")) || (data20 === "unknown"))){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/sync",schemaPath:"#/properties/predicate/properties/clock/properties/sync/enum",keyword:"enum",params:{allowedValues: schema32.properties.predicate.properties.clock.properties.sync.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid16 = _errs58 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.offset !== undefined && func0.call(data18, "offset")){
let data21 = data18.offset;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data21 === "string"){
if(data21.length > 24){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/offset",schemaPath:"#/$defs/duration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern11.test(data21)){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/offset",schemaPath:"#/$defs/duration/pattern",keyword:"pattern",params:{pattern: "^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},message:"must match pattern \""+"^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock/offset",schemaPath:"#/$defs/duration/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs59 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.uncertainty !== undefined && func0.call(data18, "uncertainty")){
let data22 = data18.uncertainty;
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data22 === "string"){
if(data22.length > 24){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/uncertainty",schemaPath:"#/$defs/positiveDuration/maxLength",keyword:"maxLength",params:{limit: 24},message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern12.test(data22)){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/uncertainty",schemaPath:"#/$defs/positiveDuration/pattern",keyword:"pattern",params:{pattern: "^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"},message:"must match pattern \""+"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock/uncertainty",schemaPath:"#/$defs/positiveDuration/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs62 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.measuredAt !== undefined && func0.call(data18, "measuredAt")){
let data23 = data18.measuredAt;
const _errs65 = errors;
const _errs66 = errors;
if(errors === _errs66){
if(typeof data23 === "string"){
if(data23.length > 35){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/measuredAt",schemaPath:"#/$defs/time/maxLength",keyword:"maxLength",params:{limit: 35},message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data23.length < 20){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/measuredAt",schemaPath:"#/$defs/time/minLength",keyword:"minLength",params:{limit: 20},message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock/measuredAt",schemaPath:"#/$defs/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs65 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data18.reference !== undefined && func0.call(data18, "reference")){
let data24 = data18.reference;
const _errs68 = errors;
const _errs69 = errors;
if(errors === _errs69){
if(typeof data24 === "string"){
if(data24.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/reference",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data24.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/clock/reference",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock/reference",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs68 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/clock",schemaPath:"#/properties/predicate/properties/clock/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs52 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.performer !== undefined && func0.call(data6, "performer")){
let data25 = data6.performer;
const _errs71 = errors;
if(errors === _errs71){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing7;
if((((data25.id === undefined) || (!(func0.call(data25, "id")))) && (missing7 = "id")) || (((data25.role === undefined) || (!(func0.call(data25, "role")))) && (missing7 = "role"))){
validate21.errors = [{instancePath:instancePath+"/predicate/performer",schemaPath:"#/properties/predicate/properties/performer/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs73 = errors;
for(const key7 of Object.keys(data25)){
if(!(((key7 === "id") || (key7 === "role")) || (key7 === "onBehalfOf"))){
validate21.errors = [{instancePath:instancePath+"/predicate/performer",schemaPath:"#/properties/predicate/properties/performer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs73 === errors){
if(data25.id !== undefined && func0.call(data25, "id")){
let data26 = data25.id;
const _errs74 = errors;
const _errs75 = errors;
if(errors === _errs75){
if(typeof data26 === "string"){
if(data26.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/performer/id",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data26.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/performer/id",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/performer/id",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs74 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data25.role !== undefined && func0.call(data25, "role")){
let data27 = data25.role;
const _errs77 = errors;
if(!(((((data27 === "custodian") || (data27 === "examiner")) || (data27 === "investigator")) || (data27 === "authority")) || (data27 === "system"))){
validate21.errors = [{instancePath:instancePath+"/predicate/performer/role",schemaPath:"#/$defs/role/enum",keyword:"enum",params:{allowedValues: schema49.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid22 = _errs77 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data25.onBehalfOf !== undefined && func0.call(data25, "onBehalfOf")){
let data28 = data25.onBehalfOf;
const _errs79 = errors;
const _errs80 = errors;
if(errors === _errs80){
if(typeof data28 === "string"){
if(data28.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/performer/onBehalfOf",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data28.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/performer/onBehalfOf",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/performer/onBehalfOf",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs79 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/performer",schemaPath:"#/properties/predicate/properties/performer/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs71 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.purpose !== undefined && func0.call(data6, "purpose")){
let data29 = data6.purpose;
const _errs82 = errors;
const _errs83 = errors;
if(errors === _errs83){
if(typeof data29 === "string"){
if(data29.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/purpose",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data29.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/purpose",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/purpose",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs82 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.authorization !== undefined && func0.call(data6, "authorization")){
let data30 = data6.authorization;
const _errs85 = errors;
if(errors === _errs85){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing8;
if((((data30.type === undefined) || (!(func0.call(data30, "type")))) && (missing8 = "type")) || (((data30.identifier === undefined) || (!(func0.call(data30, "identifier")))) && (missing8 = "identifier"))){
validate21.errors = [{instancePath:instancePath+"/predicate/authorization",schemaPath:"#/properties/predicate/properties/authorization/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs87 = errors;
for(const key8 of Object.keys(data30)){
if(!((key8 === "type") || (key8 === "identifier"))){
validate21.errors = [{instancePath:instancePath+"/predicate/authorization",schemaPath:"#/properties/predicate/properties/authorization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs87 === errors){
if(data30.type !== undefined && func0.call(data30, "type")){
let data31 = data30.type;
const _errs88 = errors;
if(!(((data31 === "warrant") || (data31 === "ticket")) || (data31 === "order"))){
validate21.errors = [{instancePath:instancePath+"/predicate/authorization/type",schemaPath:"#/properties/predicate/properties/authorization/properties/type/enum",keyword:"enum",params:{allowedValues: schema32.properties.predicate.properties.authorization.properties.type.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid27 = _errs88 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data30.identifier !== undefined && func0.call(data30, "identifier")){
let data32 = data30.identifier;
const _errs89 = errors;
const _errs90 = errors;
if(errors === _errs90){
if(typeof data32 === "string"){
if(data32.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/authorization/identifier",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data32.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/authorization/identifier",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/authorization/identifier",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid27 = _errs89 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/authorization",schemaPath:"#/properties/predicate/properties/authorization/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs85 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.policyDigest !== undefined && func0.call(data6, "policyDigest")){
let data33 = data6.policyDigest;
const _errs92 = errors;
const _errs93 = errors;
if(errors === _errs93){
if(typeof data33 === "string"){
if(data33.length > 71){
validate21.errors = [{instancePath:instancePath+"/predicate/policyDigest",schemaPath:"#/$defs/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(data33.length < 71){
validate21.errors = [{instancePath:instancePath+"/predicate/policyDigest",schemaPath:"#/$defs/hash/minLength",keyword:"minLength",params:{limit: 71},message:"must NOT have fewer than 71 characters"}];
return false;
}
else {
if(!pattern10.test(data33)){
validate21.errors = [{instancePath:instancePath+"/predicate/policyDigest",schemaPath:"#/$defs/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/policyDigest",schemaPath:"#/$defs/hash/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs92 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.objects !== undefined && func0.call(data6, "objects")){
let data34 = data6.objects;
const _errs95 = errors;
if(errors === _errs95){
if(Array.isArray(data34)){
if(data34.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/objects",schemaPath:"#/properties/predicate/properties/objects/maxItems",keyword:"maxItems",params:{limit: 1024},message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data34.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/objects",schemaPath:"#/properties/predicate/properties/objects/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid30 = true;
const len1 = data34.length;
for(let i1=0; i1<len1; i1++){
const _errs97 = errors;
if(!(validate24(data34[i1], {instancePath:instancePath+"/predicate/objects/" + i1,parentData:data34,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid30 = _errs97 === errors;
if(!valid30){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/objects",schemaPath:"#/properties/predicate/properties/objects/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs95 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.custody !== undefined && func0.call(data6, "custody")){
let data36 = data6.custody;
const _errs98 = errors;
if(errors === _errs98){
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
const _errs100 = errors;
for(const key9 of Object.keys(data36)){
if(!((((((key9 === "transferId") || (key9 === "to")) || (key9 === "release")) || (key9 === "seal")) || (key9 === "hold")) || (key9 === "medium"))){
validate21.errors = [{instancePath:instancePath+"/predicate/custody",schemaPath:"#/properties/predicate/properties/custody/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs100 === errors){
if(data36.transferId !== undefined && func0.call(data36, "transferId")){
let data37 = data36.transferId;
const _errs101 = errors;
const _errs102 = errors;
if(errors === _errs102){
if(typeof data37 === "string"){
if(data37.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/transferId",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data37.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/transferId",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/transferId",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid31 = _errs101 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data36.to !== undefined && func0.call(data36, "to")){
let data38 = data36.to;
const _errs104 = errors;
if(errors === _errs104){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing9;
if(((data38.id === undefined) || (!(func0.call(data38, "id")))) && (missing9 = "id")){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to",schemaPath:"#/properties/predicate/properties/custody/properties/to/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs106 = errors;
for(const key10 of Object.keys(data38)){
if(!(key10 === "id")){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to",schemaPath:"#/properties/predicate/properties/custody/properties/to/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs106 === errors){
if(data38.id !== undefined && func0.call(data38, "id")){
let data39 = data38.id;
const _errs108 = errors;
if(errors === _errs108){
if(typeof data39 === "string"){
if(data39.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to/id",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data39.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to/id",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to/id",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/to",schemaPath:"#/properties/predicate/properties/custody/properties/to/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid31 = _errs104 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data36.release !== undefined && func0.call(data36, "release")){
const _errs110 = errors;
if(!(validate28(data36.release, {instancePath:instancePath+"/predicate/custody/release",parentData:data36,parentDataProperty:"release",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid31 = _errs110 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data36.seal !== undefined && func0.call(data36, "seal")){
let data41 = data36.seal;
const _errs111 = errors;
if(errors === _errs111){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing10;
if(((data41.id === undefined) || (!(func0.call(data41, "id")))) && (missing10 = "id")){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal",schemaPath:"#/properties/predicate/properties/custody/properties/seal/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs113 = errors;
for(const key11 of Object.keys(data41)){
if(!((key11 === "id") || (key11 === "state"))){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal",schemaPath:"#/properties/predicate/properties/custody/properties/seal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs113 === errors){
if(data41.id !== undefined && func0.call(data41, "id")){
let data42 = data41.id;
const _errs114 = errors;
const _errs115 = errors;
if(errors === _errs115){
if(typeof data42 === "string"){
if(data42.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal/id",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data42.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal/id",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal/id",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid35 = _errs114 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data41.state !== undefined && func0.call(data41, "state")){
let data43 = data41.state;
const _errs117 = errors;
if(!(((data43 === "applied") || (data43 === "intact")) || (data43 === "broken"))){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal/state",schemaPath:"#/properties/predicate/properties/custody/properties/seal/properties/state/enum",keyword:"enum",params:{allowedValues: schema32.properties.predicate.properties.custody.properties.seal.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid35 = _errs117 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/seal",schemaPath:"#/properties/predicate/properties/custody/properties/seal/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid31 = _errs111 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data36.hold !== undefined && func0.call(data36, "hold")){
let data44 = data36.hold;
const _errs118 = errors;
const _errs119 = errors;
if(errors === _errs119){
if(typeof data44 === "string"){
if(data44.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/hold",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data44.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/hold",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody/hold",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid31 = _errs118 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data36.medium !== undefined && func0.call(data36, "medium")){
let data45 = data36.medium;
const _errs121 = errors;
if(!(((data45 === "courier") || (data45 === "diode")) || (data45 === "network"))){
validate21.errors = [{instancePath:instancePath+"/predicate/custody/medium",schemaPath:"#/properties/predicate/properties/custody/properties/medium/enum",keyword:"enum",params:{allowedValues: schema32.properties.predicate.properties.custody.properties.medium.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid31 = _errs121 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/custody",schemaPath:"#/properties/predicate/properties/custody/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs98 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.keys !== undefined && func0.call(data6, "keys")){
let data46 = data6.keys;
const _errs122 = errors;
if(errors === _errs122){
if(Array.isArray(data46)){
if(data46.length > 256){
validate21.errors = [{instancePath:instancePath+"/predicate/keys",schemaPath:"#/properties/predicate/properties/keys/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data46.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/keys",schemaPath:"#/properties/predicate/properties/keys/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid38 = true;
const len2 = data46.length;
for(let i2=0; i2<len2; i2++){
const _errs124 = errors;
if(!(validate30(data46[i2], {instancePath:instancePath+"/predicate/keys/" + i2,parentData:data46,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid38 = _errs124 === errors;
if(!valid38){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/keys",schemaPath:"#/properties/predicate/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs122 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.policy !== undefined && func0.call(data6, "policy")){
const _errs125 = errors;
if(!(validate32(data6.policy, {instancePath:instancePath+"/predicate/policy",parentData:data6,parentDataProperty:"policy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid4 = _errs125 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.checkpointKey !== undefined && func0.call(data6, "checkpointKey")){
let data49 = data6.checkpointKey;
const _errs126 = errors;
const _errs127 = errors;
if(errors === _errs127){
if(typeof data49 === "string"){
if(data49.length > 8192){
validate21.errors = [{instancePath:instancePath+"/predicate/checkpointKey",schemaPath:"#/$defs/vkey/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(data49.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/checkpointKey",schemaPath:"#/$defs/vkey/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/checkpointKey",schemaPath:"#/$defs/vkey/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs126 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.witnesses !== undefined && func0.call(data6, "witnesses")){
let data50 = data6.witnesses;
const _errs129 = errors;
if(errors === _errs129){
if(Array.isArray(data50)){
if(data50.length > 64){
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses",schemaPath:"#/properties/predicate/properties/witnesses/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data50.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses",schemaPath:"#/properties/predicate/properties/witnesses/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid40 = true;
const len3 = data50.length;
for(let i3=0; i3<len3; i3++){
let data51 = data50[i3];
const _errs131 = errors;
const _errs132 = errors;
if(errors === _errs132){
if(typeof data51 === "string"){
if(data51.length > 8192){
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses/" + i3,schemaPath:"#/$defs/vkey/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(data51.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses/" + i3,schemaPath:"#/$defs/vkey/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses/" + i3,schemaPath:"#/$defs/vkey/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid40 = _errs131 === errors;
if(!valid40){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/witnesses",schemaPath:"#/properties/predicate/properties/witnesses/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs129 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.recovery !== undefined && func0.call(data6, "recovery")){
let data52 = data6.recovery;
const _errs134 = errors;
if(errors === _errs134){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing11;
if((((data52.threshold === undefined) || (!(func0.call(data52, "threshold")))) && (missing11 = "threshold")) || (((data52.ids === undefined) || (!(func0.call(data52, "ids")))) && (missing11 = "ids"))){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery",schemaPath:"#/properties/predicate/properties/recovery/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs136 = errors;
for(const key12 of Object.keys(data52)){
if(!((key12 === "threshold") || (key12 === "ids"))){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery",schemaPath:"#/properties/predicate/properties/recovery/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs136 === errors){
if(data52.threshold !== undefined && func0.call(data52, "threshold")){
let data53 = data52.threshold;
const _errs137 = errors;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",schemaPath:"#/properties/predicate/properties/recovery/properties/threshold/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs137){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 32 || isNaN(data53)){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",schemaPath:"#/properties/predicate/properties/recovery/properties/threshold/maximum",keyword:"maximum",params:{comparison: "<=", limit: 32},message:"must be <= 32"}];
return false;
}
else {
if(data53 < 1 || isNaN(data53)){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",schemaPath:"#/properties/predicate/properties/recovery/properties/threshold/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid42 = _errs137 === errors;
}
else {
var valid42 = true;
}
if(valid42){
if(data52.ids !== undefined && func0.call(data52, "ids")){
let data54 = data52.ids;
const _errs139 = errors;
if(errors === _errs139){
if(Array.isArray(data54)){
if(data54.length > 64){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids",schemaPath:"#/properties/predicate/properties/recovery/properties/ids/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data54.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids",schemaPath:"#/properties/predicate/properties/recovery/properties/ids/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid43 = true;
const len4 = data54.length;
for(let i4=0; i4<len4; i4++){
let data55 = data54[i4];
const _errs141 = errors;
const _errs142 = errors;
if(errors === _errs142){
if(typeof data55 === "string"){
if(data55.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids/" + i4,schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data55.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids/" + i4,schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids/" + i4,schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid43 = _errs141 === errors;
if(!valid43){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/recovery/ids",schemaPath:"#/properties/predicate/properties/recovery/properties/ids/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid42 = _errs139 === errors;
}
else {
var valid42 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/recovery",schemaPath:"#/properties/predicate/properties/recovery/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs134 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.peers !== undefined && func0.call(data6, "peers")){
let data56 = data6.peers;
const _errs144 = errors;
if(errors === _errs144){
if(Array.isArray(data56)){
if(data56.length > 64){
validate21.errors = [{instancePath:instancePath+"/predicate/peers",schemaPath:"#/properties/predicate/properties/peers/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data56.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/peers",schemaPath:"#/properties/predicate/properties/peers/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid45 = true;
const len5 = data56.length;
for(let i5=0; i5<len5; i5++){
let data57 = data56[i5];
const _errs146 = errors;
if(errors === _errs146){
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
let missing12;
if((((data57.origin === undefined) || (!(func0.call(data57, "origin")))) && (missing12 = "origin")) || (((data57.key === undefined) || (!(func0.call(data57, "key")))) && (missing12 = "key"))){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,schemaPath:"#/properties/predicate/properties/peers/items/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs148 = errors;
for(const key13 of Object.keys(data57)){
if(!((key13 === "origin") || (key13 === "key"))){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,schemaPath:"#/properties/predicate/properties/peers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs148 === errors){
if(data57.origin !== undefined && func0.call(data57, "origin")){
let data58 = data57.origin;
const _errs149 = errors;
const _errs150 = errors;
if(errors === _errs150){
if(typeof data58 === "string"){
if(data58.length > 255){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/origin",schemaPath:"#/$defs/origin/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"}];
return false;
}
else {
if(data58.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/origin",schemaPath:"#/$defs/origin/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern9.test(data58)){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/origin",schemaPath:"#/$defs/origin/pattern",keyword:"pattern",params:{pattern: "^[!-*,-~]+$"},message:"must match pattern \""+"^[!-*,-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/origin",schemaPath:"#/$defs/origin/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid46 = _errs149 === errors;
}
else {
var valid46 = true;
}
if(valid46){
if(data57.key !== undefined && func0.call(data57, "key")){
let data59 = data57.key;
const _errs152 = errors;
const _errs153 = errors;
if(errors === _errs153){
if(typeof data59 === "string"){
if(data59.length > 8192){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/key",schemaPath:"#/$defs/vkey/maxLength",keyword:"maxLength",params:{limit: 8192},message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(data59.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/key",schemaPath:"#/$defs/vkey/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/key",schemaPath:"#/$defs/vkey/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid46 = _errs152 === errors;
}
else {
var valid46 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,schemaPath:"#/properties/predicate/properties/peers/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid45 = _errs146 === errors;
if(!valid45){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/peers",schemaPath:"#/properties/predicate/properties/peers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs144 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.target !== undefined && func0.call(data6, "target")){
let data60 = data6.target;
const _errs155 = errors;
if(errors === _errs155){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing13;
if((((data60.seq === undefined) || (!(func0.call(data60, "seq")))) && (missing13 = "seq")) || (((data60.line === undefined) || (!(func0.call(data60, "line")))) && (missing13 = "line"))){
validate21.errors = [{instancePath:instancePath+"/predicate/target",schemaPath:"#/properties/predicate/properties/target/required",keyword:"required",params:{missingProperty: missing13},message:"must have required property '"+missing13+"'"}];
return false;
}
else {
const _errs157 = errors;
for(const key14 of Object.keys(data60)){
if(!((key14 === "seq") || (key14 === "line"))){
validate21.errors = [{instancePath:instancePath+"/predicate/target",schemaPath:"#/properties/predicate/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs157 === errors){
if(data60.seq !== undefined && func0.call(data60, "seq")){
let data61 = data60.seq;
const _errs158 = errors;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
validate21.errors = [{instancePath:instancePath+"/predicate/target/seq",schemaPath:"#/properties/predicate/properties/target/properties/seq/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs158){
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 4000000 || isNaN(data61)){
validate21.errors = [{instancePath:instancePath+"/predicate/target/seq",schemaPath:"#/properties/predicate/properties/target/properties/seq/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4000000},message:"must be <= 4000000"}];
return false;
}
else {
if(data61 < 0 || isNaN(data61)){
validate21.errors = [{instancePath:instancePath+"/predicate/target/seq",schemaPath:"#/properties/predicate/properties/target/properties/seq/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid49 = _errs158 === errors;
}
else {
var valid49 = true;
}
if(valid49){
if(data60.line !== undefined && func0.call(data60, "line")){
let data62 = data60.line;
const _errs160 = errors;
const _errs161 = errors;
if(errors === _errs161){
if(typeof data62 === "string"){
if(data62.length > 71){
validate21.errors = [{instancePath:instancePath+"/predicate/target/line",schemaPath:"#/$defs/hash/maxLength",keyword:"maxLength",params:{limit: 71},message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(data62.length < 71){
validate21.errors = [{instancePath:instancePath+"/predicate/target/line",schemaPath:"#/$defs/hash/minLength",keyword:"minLength",params:{limit: 71},message:"must NOT have fewer than 71 characters"}];
return false;
}
else {
if(!pattern10.test(data62)){
validate21.errors = [{instancePath:instancePath+"/predicate/target/line",schemaPath:"#/$defs/hash/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"},message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/target/line",schemaPath:"#/$defs/hash/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid49 = _errs160 === errors;
}
else {
var valid49 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/target",schemaPath:"#/properties/predicate/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs155 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.anchors !== undefined && func0.call(data6, "anchors")){
let data63 = data6.anchors;
const _errs163 = errors;
if(errors === _errs163){
if(Array.isArray(data63)){
if(data63.length > 32){
validate21.errors = [{instancePath:instancePath+"/predicate/anchors",schemaPath:"#/properties/predicate/properties/anchors/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data63.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/anchors",schemaPath:"#/properties/predicate/properties/anchors/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid51 = true;
const len6 = data63.length;
for(let i6=0; i6<len6; i6++){
const _errs165 = errors;
if(!(validate34(data63[i6], {instancePath:instancePath+"/predicate/anchors/" + i6,parentData:data63,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var valid51 = _errs165 === errors;
if(!valid51){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/anchors",schemaPath:"#/properties/predicate/properties/anchors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs163 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.instrument !== undefined && func0.call(data6, "instrument")){
let data65 = data6.instrument;
const _errs166 = errors;
if(errors === _errs166){
if(Array.isArray(data65)){
if(data65.length > 16){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument",schemaPath:"#/properties/predicate/properties/instrument/maxItems",keyword:"maxItems",params:{limit: 16},message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data65.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument",schemaPath:"#/properties/predicate/properties/instrument/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid52 = true;
const len7 = data65.length;
for(let i7=0; i7<len7; i7++){
let data66 = data65[i7];
const _errs168 = errors;
if(errors === _errs168){
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
let missing14;
if(((data66.name === undefined) || (!(func0.call(data66, "name")))) && (missing14 = "name")){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,schemaPath:"#/properties/predicate/properties/instrument/items/required",keyword:"required",params:{missingProperty: missing14},message:"must have required property '"+missing14+"'"}];
return false;
}
else {
const _errs170 = errors;
for(const key15 of Object.keys(data66)){
if(!((((key15 === "name") || (key15 === "version")) || (key15 === "digest")) || (key15 === "commandLine"))){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,schemaPath:"#/properties/predicate/properties/instrument/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs170 === errors){
if(data66.name !== undefined && func0.call(data66, "name")){
let data67 = data66.name;
const _errs171 = errors;
const _errs172 = errors;
if(errors === _errs172){
if(typeof data67 === "string"){
if(data67.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/name",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data67.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/name",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/name",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid53 = _errs171 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data66.version !== undefined && func0.call(data66, "version")){
let data68 = data66.version;
const _errs174 = errors;
const _errs175 = errors;
if(errors === _errs175){
if(typeof data68 === "string"){
if(data68.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/version",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data68.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/version",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/version",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid53 = _errs174 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data66.digest !== undefined && func0.call(data66, "digest")){
const _errs177 = errors;
if(!(validate22(data66.digest, {instancePath:instancePath+"/predicate/instrument/" + i7+"/digest",parentData:data66,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid53 = _errs177 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data66.commandLine !== undefined && func0.call(data66, "commandLine")){
let data70 = data66.commandLine;
const _errs178 = errors;
if(errors === _errs178){
if(Array.isArray(data70)){
if(data70.length > 256){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",schemaPath:"#/properties/predicate/properties/instrument/items/properties/commandLine/maxItems",keyword:"maxItems",params:{limit: 256},message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data70.length < 0){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",schemaPath:"#/properties/predicate/properties/instrument/items/properties/commandLine/minItems",keyword:"minItems",params:{limit: 0},message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid56 = true;
const len8 = data70.length;
for(let i8=0; i8<len8; i8++){
let data71 = data70[i8];
const _errs180 = errors;
if(errors === _errs180){
if(typeof data71 === "string"){
if(data71.length > 4096){
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine/" + i8,schemaPath:"#/properties/predicate/properties/instrument/items/properties/commandLine/items/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine/" + i8,schemaPath:"#/properties/predicate/properties/instrument/items/properties/commandLine/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid56 = _errs180 === errors;
if(!valid56){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",schemaPath:"#/properties/predicate/properties/instrument/items/properties/commandLine/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid53 = _errs178 === errors;
}
else {
var valid53 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,schemaPath:"#/properties/predicate/properties/instrument/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid52 = _errs168 === errors;
if(!valid52){
break;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/instrument",schemaPath:"#/properties/predicate/properties/instrument/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs166 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.location !== undefined && func0.call(data6, "location")){
let data72 = data6.location;
const _errs182 = errors;
const _errs183 = errors;
if(errors === _errs183){
if(typeof data72 === "string"){
if(data72.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/location",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data72.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/location",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/location",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs182 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.outcome !== undefined && func0.call(data6, "outcome")){
let data73 = data6.outcome;
const _errs185 = errors;
if(errors === _errs185){
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
let missing15;
if(((data73.code === undefined) || (!(func0.call(data73, "code")))) && (missing15 = "code")){
validate21.errors = [{instancePath:instancePath+"/predicate/outcome",schemaPath:"#/properties/predicate/properties/outcome/required",keyword:"required",params:{missingProperty: missing15},message:"must have required property '"+missing15+"'"}];
return false;
}
else {
const _errs187 = errors;
for(const key16 of Object.keys(data73)){
if(!((key16 === "code") || (key16 === "note"))){
validate21.errors = [{instancePath:instancePath+"/predicate/outcome",schemaPath:"#/properties/predicate/properties/outcome/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs187 === errors){
if(data73.code !== undefined && func0.call(data73, "code")){
let data74 = data73.code;
const _errs188 = errors;
if(!((((((data74 === "accepted") || (data74 === "rejected")) || (data74 === "pass")) || (data74 === "fail")) || (data74 === "unavailable")) || (data74 === "insufficient_evidence"))){
validate21.errors = [{instancePath:instancePath+"/predicate/outcome/code",schemaPath:"#/properties/predicate/properties/outcome/properties/code/enum",keyword:"enum",params:{allowedValues: schema32.properties.predicate.properties.outcome.properties.code.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid58 = _errs188 === errors;
}
else {
var valid58 = true;
}
if(valid58){
if(data73.note !== undefined && func0.call(data73, "note")){
let data75 = data73.note;
const _errs189 = errors;
const _errs190 = errors;
if(errors === _errs190){
if(typeof data75 === "string"){
if(data75.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/outcome/note",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data75.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/outcome/note",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/outcome/note",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid58 = _errs189 === errors;
}
else {
var valid58 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/outcome",schemaPath:"#/properties/predicate/properties/outcome/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs185 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.note !== undefined && func0.call(data6, "note")){
let data76 = data6.note;
const _errs192 = errors;
const _errs193 = errors;
if(errors === _errs193){
if(typeof data76 === "string"){
if(data76.length > 1024){
validate21.errors = [{instancePath:instancePath+"/predicate/note",schemaPath:"#/$defs/text/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data76.length < 1){
validate21.errors = [{instancePath:instancePath+"/predicate/note",schemaPath:"#/$defs/text/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate/note",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs192 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/predicate",schemaPath:"#/properties/predicate/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const cyclonedx: Validator = validate37;
const schema95 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:cyclonedx","title":"CycloneDX, the document as a predicate","description":"What a piece of software consists of, and how vulnerable it is: CycloneDX 1.2 to 1.7 in JSON. Other members are allowed.","type":"object","required":["bomFormat","specVersion"],"properties":{"bomFormat":{"const":"CycloneDX"},"specVersion":{"type":"string","maxLength":3,"pattern":"^1\\.[2-7]$"},"version":{"type":["integer","null"],"minimum":1},"metadata":{"type":["object","null"],"properties":{"component":{"type":["object","null"],"required":["type","name"],"properties":{"type":{"type":"string","minLength":1},"name":{"type":"string"}}}}},"components":{"type":["array","null"],"items":{"type":"object","required":["type","name"],"properties":{"type":{"type":"string","minLength":1},"name":{"type":"string"}}}},"vulnerabilities":{"type":["array","null"],"items":{"type":"object","properties":{"analysis":{"type":["object","null"],"properties":{"state":{"enum":["resolved","resolved_with_pedigree","exploitable","in_triage","false_positive","not_affected",null]}}}}}}}};
const pattern21 = new RegExp("^1\\.[2-7]$", "u");

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:cyclonedx" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.bomFormat === undefined) || (!(func0.call(data, "bomFormat")))) && (missing0 = "bomFormat")) || (((data.specVersion === undefined) || (!(func0.call(data, "specVersion")))) && (missing0 = "specVersion"))){
validate37.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.bomFormat !== undefined && func0.call(data, "bomFormat")){
const _errs1 = errors;
if("CycloneDX" !== data.bomFormat){
validate37.errors = [{instancePath:instancePath+"/bomFormat",schemaPath:"#/properties/bomFormat/const",keyword:"const",params:{allowedValue: "CycloneDX"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.specVersion !== undefined && func0.call(data, "specVersion")){
let data1 = data.specVersion;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data1 === "string"){
if(data1.length > 3){
validate37.errors = [{instancePath:instancePath+"/specVersion",schemaPath:"#/properties/specVersion/maxLength",keyword:"maxLength",params:{limit: 3},message:"must NOT have more than 3 characters"}];
return false;
}
else {
if(!pattern21.test(data1)){
validate37.errors = [{instancePath:instancePath+"/specVersion",schemaPath:"#/properties/specVersion/pattern",keyword:"pattern",params:{pattern: "^1\\.[2-7]$"},message:"must match pattern \""+"^1\\.[2-7]$"+"\""}];
return false;
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/specVersion",schemaPath:"#/properties/specVersion/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined && func0.call(data, "version")){
let data2 = data.version;
const _errs4 = errors;
if((!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))) && (data2 !== null)){
validate37.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema95.properties.version.type},message:"must be integer,null"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate37.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data3 = data.metadata;
const _errs6 = errors;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
validate37.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema95.properties.metadata.type},message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.component !== undefined && func0.call(data3, "component")){
let data4 = data3.component;
const _errs8 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate37.errors = [{instancePath:instancePath+"/metadata/component",schemaPath:"#/properties/metadata/properties/component/type",keyword:"type",params:{type: schema95.properties.metadata.properties.component.type},message:"must be object,null"}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.type === undefined) || (!(func0.call(data4, "type")))) && (missing1 = "type")) || (((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name"))){
validate37.errors = [{instancePath:instancePath+"/metadata/component",schemaPath:"#/properties/metadata/properties/component/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.type !== undefined && func0.call(data4, "type")){
let data5 = data4.type;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate37.errors = [{instancePath:instancePath+"/metadata/component/type",schemaPath:"#/properties/metadata/properties/component/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/metadata/component/type",schemaPath:"#/properties/metadata/properties/component/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.name !== undefined && func0.call(data4, "name")){
const _errs12 = errors;
if(typeof data4.name !== "string"){
validate37.errors = [{instancePath:instancePath+"/metadata/component/name",schemaPath:"#/properties/metadata/properties/component/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.components !== undefined && func0.call(data, "components")){
let data7 = data.components;
const _errs14 = errors;
if((!(Array.isArray(data7))) && (data7 !== null)){
validate37.errors = [{instancePath:instancePath+"/components",schemaPath:"#/properties/components/type",keyword:"type",params:{type: schema95.properties.components.type},message:"must be array,null"}];
return false;
}
if(errors === _errs14){
if(Array.isArray(data7)){
var valid3 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs16 = errors;
if(errors === _errs16){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if((((data8.type === undefined) || (!(func0.call(data8, "type")))) && (missing2 = "type")) || (((data8.name === undefined) || (!(func0.call(data8, "name")))) && (missing2 = "name"))){
validate37.errors = [{instancePath:instancePath+"/components/" + i0,schemaPath:"#/properties/components/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data8.type !== undefined && func0.call(data8, "type")){
let data9 = data8.type;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate37.errors = [{instancePath:instancePath+"/components/" + i0+"/type",schemaPath:"#/properties/components/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/components/" + i0+"/type",schemaPath:"#/properties/components/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.name !== undefined && func0.call(data8, "name")){
const _errs20 = errors;
if(typeof data8.name !== "string"){
validate37.errors = [{instancePath:instancePath+"/components/" + i0+"/name",schemaPath:"#/properties/components/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/components/" + i0,schemaPath:"#/properties/components/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vulnerabilities !== undefined && func0.call(data, "vulnerabilities")){
let data11 = data.vulnerabilities;
const _errs22 = errors;
if((!(Array.isArray(data11))) && (data11 !== null)){
validate37.errors = [{instancePath:instancePath+"/vulnerabilities",schemaPath:"#/properties/vulnerabilities/type",keyword:"type",params:{type: schema95.properties.vulnerabilities.type},message:"must be array,null"}];
return false;
}
if(errors === _errs22){
if(Array.isArray(data11)){
var valid5 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs24 = errors;
if(errors === _errs24){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.analysis !== undefined && func0.call(data12, "analysis")){
let data13 = data12.analysis;
const _errs26 = errors;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (data13 !== null)){
validate37.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis",schemaPath:"#/properties/vulnerabilities/items/properties/analysis/type",keyword:"type",params:{type: schema95.properties.vulnerabilities.items.properties.analysis.type},message:"must be object,null"}];
return false;
}
if(errors === _errs26){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.state !== undefined && func0.call(data13, "state")){
let data14 = data13.state;
if(!(((((((data14 === "resolved") || (data14 === "resolved_with_pedigree")) || (data14 === "exploitable")) || (data14 === "in_triage")) || (data14 === "false_positive")) || (data14 === "not_affected")) || (data14 === null))){
validate37.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis/state",schemaPath:"#/properties/vulnerabilities/items/properties/analysis/properties/state/enum",keyword:"enum",params:{allowedValues: schema95.properties.vulnerabilities.items.properties.analysis.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1,schemaPath:"#/properties/vulnerabilities/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs24 === errors;
if(!valid5){
break;
}
}
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate37.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":{"bomFormat":true,"specVersion":true,"version":true,"metadata":true,"components":true,"vulnerabilities":true},"dynamicProps":false,"dynamicItems":false};

export const dsse_envelope: Validator = validate38;
const schema96 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:dsse-envelope","title":"DSSE v1.0 envelope, in JSON","description":"A payload, its type, and signatures over both (through the pre-authentication encoding). Members that are not named here are allowed and ignored.","type":"object","required":["payload","payloadType","signatures"],"properties":{"payload":{"$ref":"#/$defs/base64"},"payloadType":{"type":"string"},"signatures":{"type":"array","minItems":1,"maxItems":32,"items":{"type":"object","required":["sig"],"properties":{"keyid":{"description":"A hint, never a proof.","type":["string","null"],"maxLength":4096},"sig":{"type":"string","minLength":2,"maxLength":16777216,"pattern":"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"}}}}},"$defs":{"base64":{"description":"RFC 4648 §4 or §5, one alphabet throughout.","type":"string","maxLength":16777216,"pattern":"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"}}};
const schema97 = {"description":"RFC 4648 §4 or §5, one alphabet throughout.","type":"string","maxLength":16777216,"pattern":"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"};
const pattern22 = new RegExp("^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$", "u");

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:dsse-envelope" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.payload === undefined) || (!(func0.call(data, "payload")))) && (missing0 = "payload")) || (((data.payloadType === undefined) || (!(func0.call(data, "payloadType")))) && (missing0 = "payloadType"))) || (((data.signatures === undefined) || (!(func0.call(data, "signatures")))) && (missing0 = "signatures"))){
validate38.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.payload !== undefined && func0.call(data, "payload")){
let data0 = data.payload;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 16777216){
validate38.errors = [{instancePath:instancePath+"/payload",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(!pattern22.test(data0)){
validate38.errors = [{instancePath:instancePath+"/payload",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
else {
validate38.errors = [{instancePath:instancePath+"/payload",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payloadType !== undefined && func0.call(data, "payloadType")){
const _errs4 = errors;
if(typeof data.payloadType !== "string"){
validate38.errors = [{instancePath:instancePath+"/payloadType",schemaPath:"#/properties/payloadType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signatures !== undefined && func0.call(data, "signatures")){
let data2 = data.signatures;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
if(data2.length > 32){
validate38.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data2.length < 1){
validate38.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.sig === undefined) || (!(func0.call(data3, "sig")))) && (missing1 = "sig")){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0,schemaPath:"#/properties/signatures/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data3.keyid !== undefined && func0.call(data3, "keyid")){
let data4 = data3.keyid;
const _errs10 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/keyid",schemaPath:"#/properties/signatures/items/properties/keyid/type",keyword:"type",params:{type: schema96.properties.signatures.items.properties.keyid.type},message:"must be string,null"}];
return false;
}
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length > 4096){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/keyid",schemaPath:"#/properties/signatures/items/properties/keyid/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"}];
return false;
}
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data3.sig !== undefined && func0.call(data3, "sig")){
let data5 = data3.sig;
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(data5.length > 16777216){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/sig",schemaPath:"#/properties/signatures/items/properties/sig/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data5.length < 2){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/sig",schemaPath:"#/properties/signatures/items/properties/sig/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data5)){
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/sig",schemaPath:"#/properties/signatures/items/properties/sig/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0+"/sig",schemaPath:"#/properties/signatures/items/properties/sig/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate38.errors = [{instancePath:instancePath+"/signatures/" + i0,schemaPath:"#/properties/signatures/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate38.errors = [{instancePath:instancePath+"/signatures",schemaPath:"#/properties/signatures/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate38.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":{"payload":true,"payloadType":true,"signatures":true},"dynamicProps":false,"dynamicItems":false};

export const in_toto_statement_v1: Validator = validate39;
const schema98 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:in-toto-statement-v1","title":"in-toto Statement v1","description":"What a signed payload says about which artifacts. Members that are not named here are allowed and ignored.","type":"object","required":["_type","subject","predicateType"],"properties":{"_type":{"const":"https://in-toto.io/Statement/v1"},"subject":{"type":"array","minItems":1,"maxItems":1024,"items":{"$ref":"#/$defs/subject"}},"predicateType":{"type":"string","minLength":1},"predicate":{"type":["object","null"]}},"$defs":{"subject":{"description":"A resource descriptor; for a subject the digest is required.","type":"object","required":["digest"],"properties":{"name":{"type":["string","null"]},"uri":{"type":["string","null"]},"digest":{"$ref":"#/$defs/digestSet"},"content":{"type":["string","null"]},"downloadLocation":{"type":["string","null"]},"mediaType":{"type":["string","null"]},"annotations":{"type":["object","null"]}}},"digestSet":{"description":"Algorithm name to value; the named hash algorithms are written in lowercase hexadecimal.","type":"object","minProperties":1,"properties":{"sha256":{"type":"string","maxLength":64,"pattern":"^[0-9a-f]{64}$"},"sha384":{"type":"string","maxLength":96,"pattern":"^[0-9a-f]{96}$"},"sha512":{"type":"string","maxLength":128,"pattern":"^[0-9a-f]{128}$"}},"additionalProperties":{"type":"string"}}}};
const schema99 = {"description":"A resource descriptor; for a subject the digest is required.","type":"object","required":["digest"],"properties":{"name":{"type":["string","null"]},"uri":{"type":["string","null"]},"digest":{"$ref":"#/$defs/digestSet"},"content":{"type":["string","null"]},"downloadLocation":{"type":["string","null"]},"mediaType":{"type":["string","null"]},"annotations":{"type":["object","null"]}}};
const schema100 = {"description":"Algorithm name to value; the named hash algorithms are written in lowercase hexadecimal.","type":"object","minProperties":1,"properties":{"sha256":{"type":"string","maxLength":64,"pattern":"^[0-9a-f]{64}$"},"sha384":{"type":"string","maxLength":96,"pattern":"^[0-9a-f]{96}$"},"sha512":{"type":"string","maxLength":128,"pattern":"^[0-9a-f]{128}$"}},"additionalProperties":{"type":"string"}};

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate40.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.digest === undefined) || (!(func0.call(data, "digest")))) && (missing0 = "digest")){
validate40.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate40.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: schema99.properties.name.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uri !== undefined && func0.call(data, "uri")){
let data1 = data.uri;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate40.errors = [{instancePath:instancePath+"/uri",schemaPath:"#/properties/uri/type",keyword:"type",params:{type: schema99.properties.uri.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined && func0.call(data, "digest")){
let data2 = data.digest;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
validate40.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/digestSet/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
const _errs8 = errors;
for(const key0 of Object.keys(data2)){
if(!(((key0 === "sha256") || (key0 === "sha384")) || (key0 === "sha512"))){
const _errs9 = errors;
if(typeof data2[key0] !== "string"){
validate40.errors = [{instancePath:instancePath+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/digestSet/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
if(_errs8 === errors){
if(data2.sha256 !== undefined && func0.call(data2, "sha256")){
let data4 = data2.sha256;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data4 === "string"){
if(data4.length > 64){
validate40.errors = [{instancePath:instancePath+"/digest/sha256",schemaPath:"#/$defs/digestSet/properties/sha256/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(!pattern4.test(data4)){
validate40.errors = [{instancePath:instancePath+"/digest/sha256",schemaPath:"#/$defs/digestSet/properties/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/digest/sha256",schemaPath:"#/$defs/digestSet/properties/sha256/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.sha384 !== undefined && func0.call(data2, "sha384")){
let data5 = data2.sha384;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data5 === "string"){
if(data5.length > 96){
validate40.errors = [{instancePath:instancePath+"/digest/sha384",schemaPath:"#/$defs/digestSet/properties/sha384/maxLength",keyword:"maxLength",params:{limit: 96},message:"must NOT have more than 96 characters"}];
return false;
}
else {
if(!pattern5.test(data5)){
validate40.errors = [{instancePath:instancePath+"/digest/sha384",schemaPath:"#/$defs/digestSet/properties/sha384/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{96}$"},message:"must match pattern \""+"^[0-9a-f]{96}$"+"\""}];
return false;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/digest/sha384",schemaPath:"#/$defs/digestSet/properties/sha384/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.sha512 !== undefined && func0.call(data2, "sha512")){
let data6 = data2.sha512;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(data6.length > 128){
validate40.errors = [{instancePath:instancePath+"/digest/sha512",schemaPath:"#/$defs/digestSet/properties/sha512/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern6.test(data6)){
validate40.errors = [{instancePath:instancePath+"/digest/sha512",schemaPath:"#/$defs/digestSet/properties/sha512/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{128}$"},message:"must match pattern \""+"^[0-9a-f]{128}$"+"\""}];
return false;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/digest/sha512",schemaPath:"#/$defs/digestSet/properties/sha512/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/digestSet/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined && func0.call(data, "content")){
let data7 = data.content;
const _errs17 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate40.errors = [{instancePath:instancePath+"/content",schemaPath:"#/properties/content/type",keyword:"type",params:{type: schema99.properties.content.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.downloadLocation !== undefined && func0.call(data, "downloadLocation")){
let data8 = data.downloadLocation;
const _errs19 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate40.errors = [{instancePath:instancePath+"/downloadLocation",schemaPath:"#/properties/downloadLocation/type",keyword:"type",params:{type: schema99.properties.downloadLocation.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mediaType !== undefined && func0.call(data, "mediaType")){
let data9 = data.mediaType;
const _errs21 = errors;
if((typeof data9 !== "string") && (data9 !== null)){
validate40.errors = [{instancePath:instancePath+"/mediaType",schemaPath:"#/properties/mediaType/type",keyword:"type",params:{type: schema99.properties.mediaType.type},message:"must be string,null"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.annotations !== undefined && func0.call(data, "annotations")){
let data10 = data.annotations;
const _errs23 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
validate40.errors = [{instancePath:instancePath+"/annotations",schemaPath:"#/properties/annotations/type",keyword:"type",params:{type: schema99.properties.annotations.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}
validate40.evaluated = {"props":{"name":true,"uri":true,"digest":true,"content":true,"downloadLocation":true,"mediaType":true,"annotations":true},"dynamicProps":false,"dynamicItems":false};


function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:in-toto-statement-v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate39.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data._type === undefined) || (!(func0.call(data, "_type")))) && (missing0 = "_type")) || (((data.subject === undefined) || (!(func0.call(data, "subject")))) && (missing0 = "subject"))) || (((data.predicateType === undefined) || (!(func0.call(data, "predicateType")))) && (missing0 = "predicateType"))){
validate39.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data._type !== undefined && func0.call(data, "_type")){
const _errs1 = errors;
if("https://in-toto.io/Statement/v1" !== data._type){
validate39.errors = [{instancePath:instancePath+"/_type",schemaPath:"#/properties/_type/const",keyword:"const",params:{allowedValue: "https://in-toto.io/Statement/v1"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subject !== undefined && func0.call(data, "subject")){
let data1 = data.subject;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data1)){
if(data1.length > 1024){
validate39.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/maxItems",keyword:"maxItems",params:{limit: 1024},message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data1.length < 1){
validate39.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs4 = errors;
if(!(validate40(data1[i0], {instancePath:instancePath+"/subject/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicateType !== undefined && func0.call(data, "predicateType")){
let data3 = data.predicateType;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data3 === "string"){
if(data3.length < 1){
validate39.errors = [{instancePath:instancePath+"/predicateType",schemaPath:"#/properties/predicateType/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/predicateType",schemaPath:"#/properties/predicateType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicate !== undefined && func0.call(data, "predicate")){
let data4 = data.predicate;
const _errs7 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate39.errors = [{instancePath:instancePath+"/predicate",schemaPath:"#/properties/predicate/type",keyword:"type",params:{type: schema98.properties.predicate.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}
validate39.evaluated = {"props":{"_type":true,"subject":true,"predicateType":true,"predicate":true},"dynamicProps":false,"dynamicItems":false};

export const link_v0_3: Validator = validate42;
const schema101 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:link-v0.3","title":"in-toto link v0.3, the predicate","description":"One step of a supply chain: its products are the subjects. Other members are allowed.","type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1},"command":{"type":["array","null"],"items":{"type":"string"}},"materials":{"type":["array","null"],"items":{"type":"object","required":["name","digest"],"properties":{"name":{"type":"string","minLength":1},"digest":{"type":"object","minProperties":1,"additionalProperties":{"type":"string"}}}}}}};

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:link-v0.3" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate42.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate42.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined && func0.call(data, "command")){
let data1 = data.command;
const _errs3 = errors;
if((!(Array.isArray(data1))) && (data1 !== null)){
validate42.errors = [{instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema101.properties.command.type},message:"must be array,null"}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate42.errors = [{instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined && func0.call(data, "materials")){
let data3 = data.materials;
const _errs7 = errors;
if((!(Array.isArray(data3))) && (data3 !== null)){
validate42.errors = [{instancePath:instancePath+"/materials",schemaPath:"#/properties/materials/type",keyword:"type",params:{type: schema101.properties.materials.type},message:"must be array,null"}];
return false;
}
if(errors === _errs7){
if(Array.isArray(data3)){
var valid2 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name")) || (((data4.digest === undefined) || (!(func0.call(data4, "digest")))) && (missing1 = "digest"))){
validate42.errors = [{instancePath:instancePath+"/materials/" + i1,schemaPath:"#/properties/materials/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.name !== undefined && func0.call(data4, "name")){
let data5 = data4.name;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate42.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",schemaPath:"#/properties/materials/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",schemaPath:"#/properties/materials/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.digest !== undefined && func0.call(data4, "digest")){
let data6 = data4.digest;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(Object.keys(data6).length < 1){
validate42.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",schemaPath:"#/properties/materials/items/properties/digest/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs16 = errors;
if(typeof data6[key0] !== "string"){
validate42.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/materials/items/properties/digest/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs16 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",schemaPath:"#/properties/materials/items/properties/digest/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/materials/" + i1,schemaPath:"#/properties/materials/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate42.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":{"name":true,"command":true,"materials":true},"dynamicProps":false,"dynamicItems":false};

export const link_v1: Validator = validate43;
const schema102 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:link-v1","title":"in-toto link, the predicate as cosign writes it","description":"One step of a supply chain: the signed part of an in-toto link as it stands. Other members are allowed.","type":"object","required":["name"],"properties":{"_type":{"enum":["link",null]},"name":{"type":"string","minLength":1},"command":{"type":["array","null"],"items":{"type":"string"}},"materials":{"type":["object","null"],"additionalProperties":{"type":"object","additionalProperties":{"type":"string"}}},"products":{"type":["object","null"],"additionalProperties":{"type":"object","additionalProperties":{"type":"string"}}}}};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:link-v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate43.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate43.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data._type !== undefined && func0.call(data, "_type")){
let data0 = data._type;
const _errs1 = errors;
if(!((data0 === "link") || (data0 === null))){
validate43.errors = [{instancePath:instancePath+"/_type",schemaPath:"#/properties/_type/enum",keyword:"enum",params:{allowedValues: schema102.properties._type.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && func0.call(data, "name")){
let data1 = data.name;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data1 === "string"){
if(data1.length < 1){
validate43.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined && func0.call(data, "command")){
let data2 = data.command;
const _errs4 = errors;
if((!(Array.isArray(data2))) && (data2 !== null)){
validate43.errors = [{instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: schema102.properties.command.type},message:"must be array,null"}];
return false;
}
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(typeof data2[i0] !== "string"){
validate43.errors = [{instancePath:instancePath+"/command/" + i0,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined && func0.call(data, "materials")){
let data4 = data.materials;
const _errs8 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate43.errors = [{instancePath:instancePath+"/materials",schemaPath:"#/properties/materials/type",keyword:"type",params:{type: schema102.properties.materials.type},message:"must be object,null"}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key0 of Object.keys(data4)){
let data5 = data4[key0];
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 of Object.keys(data5)){
const _errs14 = errors;
if(typeof data5[key1] !== "string"){
validate43.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/materials/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/materials/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs11 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.products !== undefined && func0.call(data, "products")){
let data7 = data.products;
const _errs16 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
validate43.errors = [{instancePath:instancePath+"/products",schemaPath:"#/properties/products/type",keyword:"type",params:{type: schema102.properties.products.type},message:"must be object,null"}];
return false;
}
if(errors === _errs16){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 of Object.keys(data7)){
let data8 = data7[key2];
const _errs19 = errors;
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 of Object.keys(data8)){
const _errs22 = errors;
if(typeof data8[key3] !== "string"){
validate43.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/products/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/products/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs19 === errors;
if(!valid4){
break;
}
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate43.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}
validate43.evaluated = {"props":{"_type":true,"name":true,"command":true,"materials":true,"products":true},"dynamicProps":false,"dynamicItems":false};

export const model_signing: Validator = validate44;
const schema103 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:model-signing","title":"Model signing manifest v1.0, the predicate","description":"The files of a model, each with its digest; the subject's digest is over these digests. Other members are allowed.","type":"object","required":["serialization","resources"],"properties":{"serialization":{"type":"object","required":["method","hash_type"],"properties":{"method":{"enum":["files","shards"]},"hash_type":{"type":"string","minLength":1},"shard_size":{"type":["integer","null"],"minimum":1},"ignore_paths":{"type":["array","null"],"items":{"type":"string"}}}},"resources":{"type":"array","minItems":1,"items":{"type":"object","required":["name","algorithm","digest"],"properties":{"name":{"type":"string","minLength":1},"algorithm":{"type":"string","minLength":1},"digest":{"type":"string","maxLength":128,"pattern":"^(?:[0-9a-f]{2})+$"}}}}}};
const pattern27 = new RegExp("^(?:[0-9a-f]{2})+$", "u");

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:model-signing" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate44.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.serialization === undefined) || (!(func0.call(data, "serialization")))) && (missing0 = "serialization")) || (((data.resources === undefined) || (!(func0.call(data, "resources")))) && (missing0 = "resources"))){
validate44.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.serialization !== undefined && func0.call(data, "serialization")){
let data0 = data.serialization;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.method === undefined) || (!(func0.call(data0, "method")))) && (missing1 = "method")) || (((data0.hash_type === undefined) || (!(func0.call(data0, "hash_type")))) && (missing1 = "hash_type"))){
validate44.errors = [{instancePath:instancePath+"/serialization",schemaPath:"#/properties/serialization/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.method !== undefined && func0.call(data0, "method")){
let data1 = data0.method;
const _errs3 = errors;
if(!((data1 === "files") || (data1 === "shards"))){
validate44.errors = [{instancePath:instancePath+"/serialization/method",schemaPath:"#/properties/serialization/properties/method/enum",keyword:"enum",params:{allowedValues: schema103.properties.serialization.properties.method.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.hash_type !== undefined && func0.call(data0, "hash_type")){
let data2 = data0.hash_type;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length < 1){
validate44.errors = [{instancePath:instancePath+"/serialization/hash_type",schemaPath:"#/properties/serialization/properties/hash_type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/serialization/hash_type",schemaPath:"#/properties/serialization/properties/hash_type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.shard_size !== undefined && func0.call(data0, "shard_size")){
let data3 = data0.shard_size;
const _errs6 = errors;
if((!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))) && (data3 !== null)){
validate44.errors = [{instancePath:instancePath+"/serialization/shard_size",schemaPath:"#/properties/serialization/properties/shard_size/type",keyword:"type",params:{type: schema103.properties.serialization.properties.shard_size.type},message:"must be integer,null"}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate44.errors = [{instancePath:instancePath+"/serialization/shard_size",schemaPath:"#/properties/serialization/properties/shard_size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.ignore_paths !== undefined && func0.call(data0, "ignore_paths")){
let data4 = data0.ignore_paths;
const _errs8 = errors;
if((!(Array.isArray(data4))) && (data4 !== null)){
validate44.errors = [{instancePath:instancePath+"/serialization/ignore_paths",schemaPath:"#/properties/serialization/properties/ignore_paths/type",keyword:"type",params:{type: schema103.properties.serialization.properties.ignore_paths.type},message:"must be array,null"}];
return false;
}
if(errors === _errs8){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data4[i0] !== "string"){
validate44.errors = [{instancePath:instancePath+"/serialization/ignore_paths/" + i0,schemaPath:"#/properties/serialization/properties/ignore_paths/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/serialization",schemaPath:"#/properties/serialization/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resources !== undefined && func0.call(data, "resources")){
let data6 = data.resources;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data6)){
if(data6.length < 1){
validate44.errors = [{instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs14 = errors;
if(errors === _errs14){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if(((((data7.name === undefined) || (!(func0.call(data7, "name")))) && (missing2 = "name")) || (((data7.algorithm === undefined) || (!(func0.call(data7, "algorithm")))) && (missing2 = "algorithm"))) || (((data7.digest === undefined) || (!(func0.call(data7, "digest")))) && (missing2 = "digest"))){
validate44.errors = [{instancePath:instancePath+"/resources/" + i1,schemaPath:"#/properties/resources/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.name !== undefined && func0.call(data7, "name")){
let data8 = data7.name;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",schemaPath:"#/properties/resources/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",schemaPath:"#/properties/resources/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.algorithm !== undefined && func0.call(data7, "algorithm")){
let data9 = data7.algorithm;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",schemaPath:"#/properties/resources/items/properties/algorithm/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",schemaPath:"#/properties/resources/items/properties/algorithm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.digest !== undefined && func0.call(data7, "digest")){
let data10 = data7.digest;
const _errs20 = errors;
if(errors === _errs20){
if(typeof data10 === "string"){
if(data10.length > 128){
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",schemaPath:"#/properties/resources/items/properties/digest/maxLength",keyword:"maxLength",params:{limit: 128},message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern27.test(data10)){
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",schemaPath:"#/properties/resources/items/properties/digest/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9a-f]{2})+$"},message:"must match pattern \""+"^(?:[0-9a-f]{2})+$"+"\""}];
return false;
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",schemaPath:"#/properties/resources/items/properties/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs20 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/resources/" + i1,schemaPath:"#/properties/resources/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/resources",schemaPath:"#/properties/resources/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate44.errors = vErrors;
return errors === 0;
}
validate44.evaluated = {"props":{"serialization":true,"resources":true},"dynamicProps":false,"dynamicItems":false};

export const openvex: Validator = validate45;
const schema104 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:openvex","title":"OpenVEX, the document as a predicate","description":"Which vulnerabilities affect which products, in the author's view: OpenVEX 0.0.1 or 0.2.0. Other members are allowed.","type":"object","required":["@context","@id","author","timestamp","version","statements"],"properties":{"@context":{"type":"string","maxLength":40,"pattern":"^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"},"@id":{"type":"string","minLength":1},"author":{"type":"string","minLength":1},"timestamp":{"type":["string","null"],"maxLength":40},"version":{"description":"Up to 0.0.1 it was a text.","type":["integer","string"]},"statements":{"type":"array","minItems":1,"items":{"type":"object","required":["vulnerability","status"],"properties":{"vulnerability":{"type":["object","string"]},"status":{"enum":["not_affected","affected","fixed","under_investigation"]},"products":{"type":["array","null"],"items":{"type":["object","string"]}}}}}}};
const pattern28 = new RegExp("^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$", "u");

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:openvex" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate45.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@id"] === undefined) || (!(func0.call(data, "@id")))) && (missing0 = "@id"))) || (((data.author === undefined) || (!(func0.call(data, "author")))) && (missing0 = "author"))) || (((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp"))) || (((data.version === undefined) || (!(func0.call(data, "version")))) && (missing0 = "version"))) || (((data.statements === undefined) || (!(func0.call(data, "statements")))) && (missing0 = "statements"))){
validate45.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 40){
validate45.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern28.test(data0)){
validate45.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/pattern",keyword:"pattern",params:{pattern: "^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"},message:"must match pattern \""+"^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
}
else {
validate45.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["@id"] !== undefined && func0.call(data, "@id")){
let data1 = data["@id"];
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate45.errors = [{instancePath:instancePath+"/@id",schemaPath:"#/properties/%40id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/@id",schemaPath:"#/properties/%40id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.author !== undefined && func0.call(data, "author")){
let data2 = data.author;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate45.errors = [{instancePath:instancePath+"/author",schemaPath:"#/properties/author/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate45.errors = [{instancePath:instancePath+"/author",schemaPath:"#/properties/author/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamp !== undefined && func0.call(data, "timestamp")){
let data3 = data.timestamp;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate45.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/type",keyword:"type",params:{type: schema104.properties.timestamp.type},message:"must be string,null"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 40){
validate45.errors = [{instancePath:instancePath+"/timestamp",schemaPath:"#/properties/timestamp/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined && func0.call(data, "version")){
let data4 = data.version;
const _errs9 = errors;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (typeof data4 !== "string")){
validate45.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: schema104.properties.version.type},message:"must be integer,string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statements !== undefined && func0.call(data, "statements")){
let data5 = data.statements;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
if(data5.length < 1){
validate45.errors = [{instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((((data6.vulnerability === undefined) || (!(func0.call(data6, "vulnerability")))) && (missing1 = "vulnerability")) || (((data6.status === undefined) || (!(func0.call(data6, "status")))) && (missing1 = "status"))){
validate45.errors = [{instancePath:instancePath+"/statements/" + i0,schemaPath:"#/properties/statements/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data6.vulnerability !== undefined && func0.call(data6, "vulnerability")){
let data7 = data6.vulnerability;
const _errs15 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "string")){
validate45.errors = [{instancePath:instancePath+"/statements/" + i0+"/vulnerability",schemaPath:"#/properties/statements/items/properties/vulnerability/type",keyword:"type",params:{type: schema104.properties.statements.items.properties.vulnerability.type},message:"must be object,string"}];
return false;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.status !== undefined && func0.call(data6, "status")){
let data8 = data6.status;
const _errs17 = errors;
if(!((((data8 === "not_affected") || (data8 === "affected")) || (data8 === "fixed")) || (data8 === "under_investigation"))){
validate45.errors = [{instancePath:instancePath+"/statements/" + i0+"/status",schemaPath:"#/properties/statements/items/properties/status/enum",keyword:"enum",params:{allowedValues: schema104.properties.statements.items.properties.status.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.products !== undefined && func0.call(data6, "products")){
let data9 = data6.products;
const _errs18 = errors;
if((!(Array.isArray(data9))) && (data9 !== null)){
validate45.errors = [{instancePath:instancePath+"/statements/" + i0+"/products",schemaPath:"#/properties/statements/items/properties/products/type",keyword:"type",params:{type: schema104.properties.statements.items.properties.products.type},message:"must be array,null"}];
return false;
}
if(errors === _errs18){
if(Array.isArray(data9)){
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs20 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (typeof data10 !== "string")){
validate45.errors = [{instancePath:instancePath+"/statements/" + i0+"/products/" + i1,schemaPath:"#/properties/statements/items/properties/products/items/type",keyword:"type",params:{type: schema104.properties.statements.items.properties.products.items.type},message:"must be object,string"}];
return false;
}
var valid3 = _errs20 === errors;
if(!valid3){
break;
}
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate45.errors = [{instancePath:instancePath+"/statements/" + i0,schemaPath:"#/properties/statements/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs13 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate45.errors = [{instancePath:instancePath+"/statements",schemaPath:"#/properties/statements/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate45.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate45.errors = vErrors;
return errors === 0;
}
validate45.evaluated = {"props":{"@context":true,"@id":true,"author":true,"timestamp":true,"version":true,"statements":true},"dynamicProps":false,"dynamicItems":false};

export const release: Validator = validate46;
const schema105 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:release","title":"in-toto release, the predicate","description":"Which release of which package the subjects are. Other members are allowed.","type":"object","required":["purl"],"properties":{"purl":{"type":"string","maxLength":2048,"pattern":"^pkg:[A-Za-z][A-Za-z0-9.+-]*/"}}};
const pattern29 = new RegExp("^pkg:[A-Za-z][A-Za-z0-9.+-]*/", "u");

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:release" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate46.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.purl === undefined) || (!(func0.call(data, "purl")))) && (missing0 = "purl")){
validate46.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.purl !== undefined && func0.call(data, "purl")){
let data0 = data.purl;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 2048){
validate46.errors = [{instancePath:instancePath+"/purl",schemaPath:"#/properties/purl/maxLength",keyword:"maxLength",params:{limit: 2048},message:"must NOT have more than 2048 characters"}];
return false;
}
else {
if(!pattern29.test(data0)){
validate46.errors = [{instancePath:instancePath+"/purl",schemaPath:"#/properties/purl/pattern",keyword:"pattern",params:{pattern: "^pkg:[A-Za-z][A-Za-z0-9.+-]*/"},message:"must match pattern \""+"^pkg:[A-Za-z][A-Za-z0-9.+-]*/"+"\""}];
return false;
}
}
}
else {
validate46.errors = [{instancePath:instancePath+"/purl",schemaPath:"#/properties/purl/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate46.errors = vErrors;
return errors === 0;
}
validate46.evaluated = {"props":{"purl":true},"dynamicProps":false,"dynamicItems":false};

export const scai: Validator = validate47;
const schema106 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:scai","title":"SCAI attribute report, the predicate","description":"Attributes of an artifact or of what made it, with where the evidence for them is. Other members are allowed.","type":"object","required":["attributes"],"properties":{"attributes":{"type":"array","minItems":1,"items":{"type":"object","required":["attribute"],"properties":{"attribute":{"type":"string","minLength":1}}}}}};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:scai" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.attributes === undefined) || (!(func0.call(data, "attributes")))) && (missing0 = "attributes")){
validate47.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data0 = data.attributes;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length < 1){
validate47.errors = [{instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.attribute === undefined) || (!(func0.call(data1, "attribute")))) && (missing1 = "attribute")){
validate47.errors = [{instancePath:instancePath+"/attributes/" + i0,schemaPath:"#/properties/attributes/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.attribute !== undefined && func0.call(data1, "attribute")){
let data2 = data1.attribute;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate47.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",schemaPath:"#/properties/attributes/items/properties/attribute/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate47.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",schemaPath:"#/properties/attributes/items/properties/attribute/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/attributes/" + i0,schemaPath:"#/properties/attributes/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/attributes",schemaPath:"#/properties/attributes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate47.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":{"attributes":true},"dynamicProps":false,"dynamicItems":false};

export const sigstore_bundle: Validator = validate48;
const schema107 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:sigstore-bundle","title":"Sigstore bundle, versions 0.1 to 0.3","description":"A signature or a signed envelope together with what is needed to verify it. Members that are not named here are allowed and ignored; 64-bit integers may be decimal text.","type":"object","required":["mediaType","verificationMaterial"],"properties":{"mediaType":{"enum":["application/vnd.dev.sigstore.bundle+json;version=0.1","application/vnd.dev.sigstore.bundle+json;version=0.2","application/vnd.dev.sigstore.bundle+json;version=0.3","application/vnd.dev.sigstore.bundle.v0.3+json"]},"verificationMaterial":{"type":"object","properties":{"certificate":{"$ref":"#/$defs/certificate"},"x509CertificateChain":{"type":"object","required":["certificates"],"properties":{"certificates":{"type":"array","minItems":1,"maxItems":10,"items":{"$ref":"#/$defs/certificate"}}}},"publicKey":{"type":"object","properties":{"hint":{"type":"string","maxLength":4096}}},"tlogEntries":{"type":"array","maxItems":32,"items":{"$ref":"#/$defs/logEntry"}},"timestampVerificationData":{"type":"object","properties":{"rfc3161Timestamps":{"type":"array","maxItems":32,"items":{"type":"object","required":["signedTimestamp"],"properties":{"signedTimestamp":{"$ref":"#/$defs/base64"}}}}}}},"oneOf":[{"required":["certificate"]},{"required":["x509CertificateChain"]},{"required":["publicKey"]}]},"messageSignature":{"type":"object","required":["signature"],"properties":{"messageDigest":{"type":"object","required":["algorithm","digest"],"properties":{"algorithm":{"enum":["SHA2_256","SHA2_384","SHA2_512"]},"digest":{"$ref":"#/$defs/base64"}}},"signature":{"$ref":"#/$defs/base64"}}},"dsseEnvelope":{"type":"object","required":["payload","payloadType","signatures"],"properties":{"payload":{"$ref":"#/$defs/base64"},"payloadType":{"type":"string"},"signatures":{"type":"array","minItems":1,"maxItems":1,"items":{"type":"object","required":["sig"],"properties":{"keyid":{"type":"string","maxLength":4096},"sig":{"$ref":"#/$defs/base64"}}}}}}},"oneOf":[{"required":["messageSignature"]},{"required":["dsseEnvelope"]}],"if":{"type":"object","properties":{"mediaType":{"enum":["application/vnd.dev.sigstore.bundle+json;version=0.1","application/vnd.dev.sigstore.bundle+json;version=0.2"]}}},"then":{"type":"object","properties":{"verificationMaterial":{"type":"object","not":{"required":["certificate"]}}}},"else":{"type":"object","properties":{"verificationMaterial":{"type":"object","not":{"required":["x509CertificateChain"]}}}},"$defs":{"base64":{"type":"string","minLength":2,"maxLength":16777216,"pattern":"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},"int64":{"anyOf":[{"type":"string","maxLength":20,"pattern":"^(?:0|[1-9][0-9]{0,19})$"},{"type":"integer","minimum":0,"maximum":9007199254740991}]},"certificate":{"type":"object","required":["rawBytes"],"properties":{"rawBytes":{"$ref":"#/$defs/base64"}}},"logEntry":{"type":"object","required":["logId","kindVersion","canonicalizedBody"],"properties":{"logIndex":{"$ref":"#/$defs/int64"},"logId":{"type":"object","required":["keyId"],"properties":{"keyId":{"$ref":"#/$defs/base64"}}},"kindVersion":{"type":"object","required":["kind","version"],"properties":{"kind":{"type":"string","minLength":1},"version":{"type":"string","minLength":1}}},"integratedTime":{"$ref":"#/$defs/int64"},"inclusionPromise":{"type":"object","required":["signedEntryTimestamp"],"properties":{"signedEntryTimestamp":{"$ref":"#/$defs/base64"}}},"inclusionProof":{"type":"object","required":["rootHash","treeSize"],"properties":{"logIndex":{"$ref":"#/$defs/int64"},"rootHash":{"$ref":"#/$defs/base64"},"treeSize":{"$ref":"#/$defs/int64"},"hashes":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/base64"}},"checkpoint":{"type":"object","properties":{"envelope":{"type":"string"}}}}},"canonicalizedBody":{"$ref":"#/$defs/base64"}}}}};
const schema109 = {"type":"string","minLength":2,"maxLength":16777216,"pattern":"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"};
const schema108 = {"type":"object","required":["rawBytes"],"properties":{"rawBytes":{"$ref":"#/$defs/base64"}}};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate49.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.rawBytes === undefined) || (!(func0.call(data, "rawBytes")))) && (missing0 = "rawBytes")){
validate49.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.rawBytes !== undefined && func0.call(data, "rawBytes")){
let data0 = data.rawBytes;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 16777216){
validate49.errors = [{instancePath:instancePath+"/rawBytes",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data0.length < 2){
validate49.errors = [{instancePath:instancePath+"/rawBytes",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data0)){
validate49.errors = [{instancePath:instancePath+"/rawBytes",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate49.errors = [{instancePath:instancePath+"/rawBytes",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate49.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate49.errors = vErrors;
return errors === 0;
}
validate49.evaluated = {"props":{"rawBytes":true},"dynamicProps":false,"dynamicItems":false};

const schema110 = {"type":"object","required":["logId","kindVersion","canonicalizedBody"],"properties":{"logIndex":{"$ref":"#/$defs/int64"},"logId":{"type":"object","required":["keyId"],"properties":{"keyId":{"$ref":"#/$defs/base64"}}},"kindVersion":{"type":"object","required":["kind","version"],"properties":{"kind":{"type":"string","minLength":1},"version":{"type":"string","minLength":1}}},"integratedTime":{"$ref":"#/$defs/int64"},"inclusionPromise":{"type":"object","required":["signedEntryTimestamp"],"properties":{"signedEntryTimestamp":{"$ref":"#/$defs/base64"}}},"inclusionProof":{"type":"object","required":["rootHash","treeSize"],"properties":{"logIndex":{"$ref":"#/$defs/int64"},"rootHash":{"$ref":"#/$defs/base64"},"treeSize":{"$ref":"#/$defs/int64"},"hashes":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/base64"}},"checkpoint":{"type":"object","properties":{"envelope":{"type":"string"}}}}},"canonicalizedBody":{"$ref":"#/$defs/base64"}}};
const schema111 = {"anyOf":[{"type":"string","maxLength":20,"pattern":"^(?:0|[1-9][0-9]{0,19})$"},{"type":"integer","minimum":0,"maximum":9007199254740991}]};
const pattern31 = new RegExp("^(?:0|[1-9][0-9]{0,19})$", "u");

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.logId === undefined) || (!(func0.call(data, "logId")))) && (missing0 = "logId")) || (((data.kindVersion === undefined) || (!(func0.call(data, "kindVersion")))) && (missing0 = "kindVersion"))) || (((data.canonicalizedBody === undefined) || (!(func0.call(data, "canonicalizedBody")))) && (missing0 = "canonicalizedBody"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.logIndex !== undefined && func0.call(data, "logIndex")){
let data0 = data.logIndex;
const _errs1 = errors;
const _errs3 = errors;
let valid2 = false;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data0 === "string"){
if(data0.length > 20){
const err0 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(!pattern31.test(data0)){
const err1 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[1-9][0-9]{0,19})$"},message:"must match pattern \""+"^(?:0|[1-9][0-9]{0,19})$"+"\""};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs4 === errors;
valid2 = valid2 || _valid0;
const _errs6 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(errors === _errs6){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 9007199254740991 || isNaN(data0)){
const err4 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data0 < 0 || isNaN(data0)){
const err5 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err6 = {instancePath:instancePath+"/logIndex",schemaPath:"#/$defs/int64/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.logId !== undefined && func0.call(data, "logId")){
let data1 = data.logId;
const _errs8 = errors;
if(errors === _errs8){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((data1.keyId === undefined) || (!(func0.call(data1, "keyId")))) && (missing1 = "keyId")){
validate52.errors = [{instancePath:instancePath+"/logId",schemaPath:"#/properties/logId/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.keyId !== undefined && func0.call(data1, "keyId")){
let data2 = data1.keyId;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data2 === "string"){
if(data2.length > 16777216){
validate52.errors = [{instancePath:instancePath+"/logId/keyId",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data2.length < 2){
validate52.errors = [{instancePath:instancePath+"/logId/keyId",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data2)){
validate52.errors = [{instancePath:instancePath+"/logId/keyId",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/logId/keyId",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/logId",schemaPath:"#/properties/logId/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kindVersion !== undefined && func0.call(data, "kindVersion")){
let data3 = data.kindVersion;
const _errs13 = errors;
if(errors === _errs13){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((((data3.kind === undefined) || (!(func0.call(data3, "kind")))) && (missing2 = "kind")) || (((data3.version === undefined) || (!(func0.call(data3, "version")))) && (missing2 = "version"))){
validate52.errors = [{instancePath:instancePath+"/kindVersion",schemaPath:"#/properties/kindVersion/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data3.kind !== undefined && func0.call(data3, "kind")){
let data4 = data3.kind;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data4 === "string"){
if(data4.length < 1){
validate52.errors = [{instancePath:instancePath+"/kindVersion/kind",schemaPath:"#/properties/kindVersion/properties/kind/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/kindVersion/kind",schemaPath:"#/properties/kindVersion/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data3.version !== undefined && func0.call(data3, "version")){
let data5 = data3.version;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data5 === "string"){
if(data5.length < 1){
validate52.errors = [{instancePath:instancePath+"/kindVersion/version",schemaPath:"#/properties/kindVersion/properties/version/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/kindVersion/version",schemaPath:"#/properties/kindVersion/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/kindVersion",schemaPath:"#/properties/kindVersion/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.integratedTime !== undefined && func0.call(data, "integratedTime")){
let data6 = data.integratedTime;
const _errs19 = errors;
const _errs21 = errors;
let valid7 = false;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data6 === "string"){
if(data6.length > 20){
const err7 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(!pattern31.test(data6)){
const err8 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[1-9][0-9]{0,19})$"},message:"must match pattern \""+"^(?:0|[1-9][0-9]{0,19})$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid1 = _errs22 === errors;
valid7 = valid7 || _valid1;
const _errs24 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err10 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(errors === _errs24){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 9007199254740991 || isNaN(data6)){
const err11 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
if(data6 < 0 || isNaN(data6)){
const err12 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
var _valid1 = _errs24 === errors;
valid7 = valid7 || _valid1;
if(!valid7){
const err13 = {instancePath:instancePath+"/integratedTime",schemaPath:"#/$defs/int64/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inclusionPromise !== undefined && func0.call(data, "inclusionPromise")){
let data7 = data.inclusionPromise;
const _errs26 = errors;
if(errors === _errs26){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing3;
if(((data7.signedEntryTimestamp === undefined) || (!(func0.call(data7, "signedEntryTimestamp")))) && (missing3 = "signedEntryTimestamp")){
validate52.errors = [{instancePath:instancePath+"/inclusionPromise",schemaPath:"#/properties/inclusionPromise/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data7.signedEntryTimestamp !== undefined && func0.call(data7, "signedEntryTimestamp")){
let data8 = data7.signedEntryTimestamp;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data8 === "string"){
if(data8.length > 16777216){
validate52.errors = [{instancePath:instancePath+"/inclusionPromise/signedEntryTimestamp",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data8.length < 2){
validate52.errors = [{instancePath:instancePath+"/inclusionPromise/signedEntryTimestamp",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data8)){
validate52.errors = [{instancePath:instancePath+"/inclusionPromise/signedEntryTimestamp",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionPromise/signedEntryTimestamp",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionPromise",schemaPath:"#/properties/inclusionPromise/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inclusionProof !== undefined && func0.call(data, "inclusionProof")){
let data9 = data.inclusionProof;
const _errs31 = errors;
if(errors === _errs31){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing4;
if((((data9.rootHash === undefined) || (!(func0.call(data9, "rootHash")))) && (missing4 = "rootHash")) || (((data9.treeSize === undefined) || (!(func0.call(data9, "treeSize")))) && (missing4 = "treeSize"))){
validate52.errors = [{instancePath:instancePath+"/inclusionProof",schemaPath:"#/properties/inclusionProof/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data9.logIndex !== undefined && func0.call(data9, "logIndex")){
let data10 = data9.logIndex;
const _errs33 = errors;
const _errs35 = errors;
let valid12 = false;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data10 === "string"){
if(data10.length > 20){
const err14 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
if(!pattern31.test(data10)){
const err15 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[1-9][0-9]{0,19})$"},message:"must match pattern \""+"^(?:0|[1-9][0-9]{0,19})$"+"\""};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
var _valid2 = _errs36 === errors;
valid12 = valid12 || _valid2;
const _errs38 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err17 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(errors === _errs38){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9007199254740991 || isNaN(data10)){
const err18 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
else {
if(data10 < 0 || isNaN(data10)){
const err19 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
var _valid2 = _errs38 === errors;
valid12 = valid12 || _valid2;
if(!valid12){
const err20 = {instancePath:instancePath+"/inclusionProof/logIndex",schemaPath:"#/$defs/int64/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
}
var valid10 = _errs33 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data9.rootHash !== undefined && func0.call(data9, "rootHash")){
let data11 = data9.rootHash;
const _errs40 = errors;
const _errs41 = errors;
if(errors === _errs41){
if(typeof data11 === "string"){
if(data11.length > 16777216){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/rootHash",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data11.length < 2){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/rootHash",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data11)){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/rootHash",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionProof/rootHash",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid10 = _errs40 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data9.treeSize !== undefined && func0.call(data9, "treeSize")){
let data12 = data9.treeSize;
const _errs43 = errors;
const _errs45 = errors;
let valid15 = false;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data12 === "string"){
if(data12.length > 20){
const err21 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/0/maxLength",keyword:"maxLength",params:{limit: 20},message:"must NOT have more than 20 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
if(!pattern31.test(data12)){
const err22 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[1-9][0-9]{0,19})$"},message:"must match pattern \""+"^(?:0|[1-9][0-9]{0,19})$"+"\""};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid3 = _errs46 === errors;
valid15 = valid15 || _valid3;
const _errs48 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err24 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(errors === _errs48){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
const err25 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
else {
if(data12 < 0 || isNaN(data12)){
const err26 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
var _valid3 = _errs48 === errors;
valid15 = valid15 || _valid3;
if(!valid15){
const err27 = {instancePath:instancePath+"/inclusionProof/treeSize",schemaPath:"#/$defs/int64/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data9.hashes !== undefined && func0.call(data9, "hashes")){
let data13 = data9.hashes;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data13)){
if(data13.length > 64){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes",schemaPath:"#/properties/inclusionProof/properties/hashes/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid16 = true;
const len0 = data13.length;
for(let i0=0; i0<len0; i0++){
let data14 = data13[i0];
const _errs52 = errors;
const _errs53 = errors;
if(errors === _errs53){
if(typeof data14 === "string"){
if(data14.length > 16777216){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes/" + i0,schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data14.length < 2){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes/" + i0,schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data14)){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes/" + i0,schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes/" + i0,schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid16 = _errs52 === errors;
if(!valid16){
break;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionProof/hashes",schemaPath:"#/properties/inclusionProof/properties/hashes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid10 = _errs50 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data9.checkpoint !== undefined && func0.call(data9, "checkpoint")){
let data15 = data9.checkpoint;
const _errs55 = errors;
if(errors === _errs55){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.envelope !== undefined && func0.call(data15, "envelope")){
if(typeof data15.envelope !== "string"){
validate52.errors = [{instancePath:instancePath+"/inclusionProof/checkpoint/envelope",schemaPath:"#/properties/inclusionProof/properties/checkpoint/properties/envelope/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionProof/checkpoint",schemaPath:"#/properties/inclusionProof/properties/checkpoint/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid10 = _errs55 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inclusionProof",schemaPath:"#/properties/inclusionProof/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.canonicalizedBody !== undefined && func0.call(data, "canonicalizedBody")){
let data17 = data.canonicalizedBody;
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(typeof data17 === "string"){
if(data17.length > 16777216){
validate52.errors = [{instancePath:instancePath+"/canonicalizedBody",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data17.length < 2){
validate52.errors = [{instancePath:instancePath+"/canonicalizedBody",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data17)){
validate52.errors = [{instancePath:instancePath+"/canonicalizedBody",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/canonicalizedBody",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs59 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":{"logIndex":true,"logId":true,"kindVersion":true,"integratedTime":true,"inclusionPromise":true,"inclusionProof":true,"canonicalizedBody":true},"dynamicProps":false,"dynamicItems":false};


function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:sigstore-bundle" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate48.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.messageSignature === undefined) || (!(func0.call(data, "messageSignature")))) && (missing0 = "messageSignature")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.dsseEnvelope === undefined) || (!(func0.call(data, "dsseEnvelope")))) && (missing1 = "dsseEnvelope")){
const err1 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err2 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate48.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
const _errs4 = errors;
let valid1 = true;
const _errs5 = errors;
if(errors === _errs5){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.mediaType !== undefined && func0.call(data, "mediaType")){
let data0 = data.mediaType;
if(!((data0 === "application/vnd.dev.sigstore.bundle+json;version=0.1") || (data0 === "application/vnd.dev.sigstore.bundle+json;version=0.2"))){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid1){
const _errs8 = errors;
if(errors === _errs8){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.verificationMaterial !== undefined && func0.call(data, "verificationMaterial")){
let data1 = data.verificationMaterial;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial",schemaPath:"#/then/properties/verificationMaterial/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
const _errs12 = errors;
const _errs13 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if(((data1.certificate === undefined) || (!(func0.call(data1, "certificate")))) && (missing2 = "certificate")){
const err5 = {};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var valid4 = _errs13 === errors;
if(valid4){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial",schemaPath:"#/then/properties/verificationMaterial/not",keyword:"not",params:{},message:"must NOT be valid"}];
return false;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
}
}
else {
validate48.errors = [{instancePath,schemaPath:"#/then/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs8 === errors;
valid1 = _valid1;
if(valid1){
var props0 = {};
props0.verificationMaterial = true;
props0.mediaType = true;
}
ifClause0 = "then";
}
else {
const _errs14 = errors;
if(errors === _errs14){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.verificationMaterial !== undefined && func0.call(data, "verificationMaterial")){
let data2 = data.verificationMaterial;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial",schemaPath:"#/else/properties/verificationMaterial/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
const _errs18 = errors;
const _errs19 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing3;
if(((data2.x509CertificateChain === undefined) || (!(func0.call(data2, "x509CertificateChain")))) && (missing3 = "x509CertificateChain")){
const err6 = {};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var valid6 = _errs19 === errors;
if(valid6){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial",schemaPath:"#/else/properties/verificationMaterial/not",keyword:"not",params:{},message:"must NOT be valid"}];
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
}
}
else {
validate48.errors = [{instancePath,schemaPath:"#/else/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var _valid1 = _errs14 === errors;
valid1 = _valid1;
if(valid1){
if(props0 !== true){
props0 = props0 || {};
props0.verificationMaterial = true;
}
}
ifClause0 = "else";
}
if(!valid1){
const err7 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate48.errors = vErrors;
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((((data.mediaType === undefined) || (!(func0.call(data, "mediaType")))) && (missing4 = "mediaType")) || (((data.verificationMaterial === undefined) || (!(func0.call(data, "verificationMaterial")))) && (missing4 = "verificationMaterial"))){
validate48.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(props0 !== true){
props0 = props0 || {};
props0.mediaType = true;
props0.verificationMaterial = true;
props0.messageSignature = true;
props0.dsseEnvelope = true;
}
if(data.mediaType !== undefined && func0.call(data, "mediaType")){
let data3 = data.mediaType;
const _errs20 = errors;
if(!((((data3 === "application/vnd.dev.sigstore.bundle+json;version=0.1") || (data3 === "application/vnd.dev.sigstore.bundle+json;version=0.2")) || (data3 === "application/vnd.dev.sigstore.bundle+json;version=0.3")) || (data3 === "application/vnd.dev.sigstore.bundle.v0.3+json"))){
validate48.errors = [{instancePath:instancePath+"/mediaType",schemaPath:"#/properties/mediaType/enum",keyword:"enum",params:{allowedValues: schema107.properties.mediaType.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs20 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.verificationMaterial !== undefined && func0.call(data, "verificationMaterial")){
let data4 = data.verificationMaterial;
const _errs21 = errors;
const _errs23 = errors;
let valid8 = false;
let passing1 = null;
const _errs24 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing5;
if(((data4.certificate === undefined) || (!(func0.call(data4, "certificate")))) && (missing5 = "certificate")){
const err8 = {instancePath:instancePath+"/verificationMaterial",schemaPath:"#/properties/verificationMaterial/oneOf/0/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid2 = _errs24 === errors;
if(_valid2){
valid8 = true;
passing1 = 0;
}
const _errs25 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing6;
if(((data4.x509CertificateChain === undefined) || (!(func0.call(data4, "x509CertificateChain")))) && (missing6 = "x509CertificateChain")){
const err9 = {instancePath:instancePath+"/verificationMaterial",schemaPath:"#/properties/verificationMaterial/oneOf/1/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid2 = _errs25 === errors;
if(_valid2 && valid8){
valid8 = false;
passing1 = [passing1, 1];
}
else {
if(_valid2){
valid8 = true;
passing1 = 1;
}
const _errs26 = errors;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing7;
if(((data4.publicKey === undefined) || (!(func0.call(data4, "publicKey")))) && (missing7 = "publicKey")){
const err10 = {instancePath:instancePath+"/verificationMaterial",schemaPath:"#/properties/verificationMaterial/oneOf/2/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid2 = _errs26 === errors;
if(_valid2 && valid8){
valid8 = false;
passing1 = [passing1, 2];
}
else {
if(_valid2){
valid8 = true;
passing1 = 2;
}
}
}
if(!valid8){
const err11 = {instancePath:instancePath+"/verificationMaterial",schemaPath:"#/properties/verificationMaterial/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate48.errors = vErrors;
return false;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
if(errors === _errs21){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.certificate !== undefined && func0.call(data4, "certificate")){
const _errs27 = errors;
if(!(validate49(data4.certificate, {instancePath:instancePath+"/verificationMaterial/certificate",parentData:data4,parentDataProperty:"certificate",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var valid9 = _errs27 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data4.x509CertificateChain !== undefined && func0.call(data4, "x509CertificateChain")){
let data6 = data4.x509CertificateChain;
const _errs28 = errors;
if(errors === _errs28){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing8;
if(((data6.certificates === undefined) || (!(func0.call(data6, "certificates")))) && (missing8 = "certificates")){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/x509CertificateChain",schemaPath:"#/properties/verificationMaterial/properties/x509CertificateChain/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
if(data6.certificates !== undefined && func0.call(data6, "certificates")){
let data7 = data6.certificates;
const _errs30 = errors;
if(errors === _errs30){
if(Array.isArray(data7)){
if(data7.length > 10){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/x509CertificateChain/certificates",schemaPath:"#/properties/verificationMaterial/properties/x509CertificateChain/properties/certificates/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"}];
return false;
}
else {
if(data7.length < 1){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/x509CertificateChain/certificates",schemaPath:"#/properties/verificationMaterial/properties/x509CertificateChain/properties/certificates/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid11 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs32 = errors;
if(!(validate49(data7[i0], {instancePath:instancePath+"/verificationMaterial/x509CertificateChain/certificates/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
errors = vErrors.length;
}
var valid11 = _errs32 === errors;
if(!valid11){
break;
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/x509CertificateChain/certificates",schemaPath:"#/properties/verificationMaterial/properties/x509CertificateChain/properties/certificates/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/x509CertificateChain",schemaPath:"#/properties/verificationMaterial/properties/x509CertificateChain/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs28 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data4.publicKey !== undefined && func0.call(data4, "publicKey")){
let data9 = data4.publicKey;
const _errs33 = errors;
if(errors === _errs33){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.hint !== undefined && func0.call(data9, "hint")){
let data10 = data9.hint;
const _errs35 = errors;
if(errors === _errs35){
if(typeof data10 === "string"){
if(data10.length > 4096){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/publicKey/hint",schemaPath:"#/properties/verificationMaterial/properties/publicKey/properties/hint/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/publicKey/hint",schemaPath:"#/properties/verificationMaterial/properties/publicKey/properties/hint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/publicKey",schemaPath:"#/properties/verificationMaterial/properties/publicKey/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs33 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data4.tlogEntries !== undefined && func0.call(data4, "tlogEntries")){
let data11 = data4.tlogEntries;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data11)){
if(data11.length > 32){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/tlogEntries",schemaPath:"#/properties/verificationMaterial/properties/tlogEntries/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
var valid13 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
const _errs39 = errors;
if(!(validate52(data11[i1], {instancePath:instancePath+"/verificationMaterial/tlogEntries/" + i1,parentData:data11,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
var valid13 = _errs39 === errors;
if(!valid13){
break;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/tlogEntries",schemaPath:"#/properties/verificationMaterial/properties/tlogEntries/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data4.timestampVerificationData !== undefined && func0.call(data4, "timestampVerificationData")){
let data13 = data4.timestampVerificationData;
const _errs40 = errors;
if(errors === _errs40){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.rfc3161Timestamps !== undefined && func0.call(data13, "rfc3161Timestamps")){
let data14 = data13.rfc3161Timestamps;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data14)){
if(data14.length > 32){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps",schemaPath:"#/properties/verificationMaterial/properties/timestampVerificationData/properties/rfc3161Timestamps/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
var valid15 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
const _errs44 = errors;
if(errors === _errs44){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing9;
if(((data15.signedTimestamp === undefined) || (!(func0.call(data15, "signedTimestamp")))) && (missing9 = "signedTimestamp")){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2,schemaPath:"#/properties/verificationMaterial/properties/timestampVerificationData/properties/rfc3161Timestamps/items/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
if(data15.signedTimestamp !== undefined && func0.call(data15, "signedTimestamp")){
let data16 = data15.signedTimestamp;
const _errs47 = errors;
if(errors === _errs47){
if(typeof data16 === "string"){
if(data16.length > 16777216){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2+"/signedTimestamp",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data16.length < 2){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2+"/signedTimestamp",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data16)){
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2+"/signedTimestamp",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2+"/signedTimestamp",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps/" + i2,schemaPath:"#/properties/verificationMaterial/properties/timestampVerificationData/properties/rfc3161Timestamps/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid15 = _errs44 === errors;
if(!valid15){
break;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData/rfc3161Timestamps",schemaPath:"#/properties/verificationMaterial/properties/timestampVerificationData/properties/rfc3161Timestamps/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial/timestampVerificationData",schemaPath:"#/properties/verificationMaterial/properties/timestampVerificationData/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs40 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/verificationMaterial",schemaPath:"#/properties/verificationMaterial/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs21 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.messageSignature !== undefined && func0.call(data, "messageSignature")){
let data17 = data.messageSignature;
const _errs49 = errors;
if(errors === _errs49){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing10;
if(((data17.signature === undefined) || (!(func0.call(data17, "signature")))) && (missing10 = "signature")){
validate48.errors = [{instancePath:instancePath+"/messageSignature",schemaPath:"#/properties/messageSignature/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
if(data17.messageDigest !== undefined && func0.call(data17, "messageDigest")){
let data18 = data17.messageDigest;
const _errs51 = errors;
if(errors === _errs51){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing11;
if((((data18.algorithm === undefined) || (!(func0.call(data18, "algorithm")))) && (missing11 = "algorithm")) || (((data18.digest === undefined) || (!(func0.call(data18, "digest")))) && (missing11 = "digest"))){
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest",schemaPath:"#/properties/messageSignature/properties/messageDigest/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
if(data18.algorithm !== undefined && func0.call(data18, "algorithm")){
let data19 = data18.algorithm;
const _errs53 = errors;
if(!(((data19 === "SHA2_256") || (data19 === "SHA2_384")) || (data19 === "SHA2_512"))){
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest/algorithm",schemaPath:"#/properties/messageSignature/properties/messageDigest/properties/algorithm/enum",keyword:"enum",params:{allowedValues: schema107.properties.messageSignature.properties.messageDigest.properties.algorithm.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid19 = _errs53 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data18.digest !== undefined && func0.call(data18, "digest")){
let data20 = data18.digest;
const _errs54 = errors;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data20 === "string"){
if(data20.length > 16777216){
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest/digest",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data20.length < 2){
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest/digest",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data20)){
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest/digest",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest/digest",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid19 = _errs54 === errors;
}
else {
var valid19 = true;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/messageSignature/messageDigest",schemaPath:"#/properties/messageSignature/properties/messageDigest/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid18 = _errs51 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data17.signature !== undefined && func0.call(data17, "signature")){
let data21 = data17.signature;
const _errs57 = errors;
const _errs58 = errors;
if(errors === _errs58){
if(typeof data21 === "string"){
if(data21.length > 16777216){
validate48.errors = [{instancePath:instancePath+"/messageSignature/signature",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data21.length < 2){
validate48.errors = [{instancePath:instancePath+"/messageSignature/signature",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data21)){
validate48.errors = [{instancePath:instancePath+"/messageSignature/signature",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/messageSignature/signature",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid18 = _errs57 === errors;
}
else {
var valid18 = true;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/messageSignature",schemaPath:"#/properties/messageSignature/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data.dsseEnvelope !== undefined && func0.call(data, "dsseEnvelope")){
let data22 = data.dsseEnvelope;
const _errs60 = errors;
if(errors === _errs60){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing12;
if(((((data22.payload === undefined) || (!(func0.call(data22, "payload")))) && (missing12 = "payload")) || (((data22.payloadType === undefined) || (!(func0.call(data22, "payloadType")))) && (missing12 = "payloadType"))) || (((data22.signatures === undefined) || (!(func0.call(data22, "signatures")))) && (missing12 = "signatures"))){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope",schemaPath:"#/properties/dsseEnvelope/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
if(data22.payload !== undefined && func0.call(data22, "payload")){
let data23 = data22.payload;
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data23 === "string"){
if(data23.length > 16777216){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/payload",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data23.length < 2){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/payload",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data23)){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/payload",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/payload",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid22 = _errs62 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data22.payloadType !== undefined && func0.call(data22, "payloadType")){
const _errs65 = errors;
if(typeof data22.payloadType !== "string"){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/payloadType",schemaPath:"#/properties/dsseEnvelope/properties/payloadType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid22 = _errs65 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data22.signatures !== undefined && func0.call(data22, "signatures")){
let data25 = data22.signatures;
const _errs67 = errors;
if(errors === _errs67){
if(Array.isArray(data25)){
if(data25.length > 1){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures",schemaPath:"#/properties/dsseEnvelope/properties/signatures/maxItems",keyword:"maxItems",params:{limit: 1},message:"must NOT have more than 1 items"}];
return false;
}
else {
if(data25.length < 1){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures",schemaPath:"#/properties/dsseEnvelope/properties/signatures/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid24 = true;
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
const _errs69 = errors;
if(errors === _errs69){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing13;
if(((data26.sig === undefined) || (!(func0.call(data26, "sig")))) && (missing13 = "sig")){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3,schemaPath:"#/properties/dsseEnvelope/properties/signatures/items/required",keyword:"required",params:{missingProperty: missing13},message:"must have required property '"+missing13+"'"}];
return false;
}
else {
if(data26.keyid !== undefined && func0.call(data26, "keyid")){
let data27 = data26.keyid;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data27 === "string"){
if(data27.length > 4096){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/keyid",schemaPath:"#/properties/dsseEnvelope/properties/signatures/items/properties/keyid/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/keyid",schemaPath:"#/properties/dsseEnvelope/properties/signatures/items/properties/keyid/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid25 = _errs71 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data26.sig !== undefined && func0.call(data26, "sig")){
let data28 = data26.sig;
const _errs73 = errors;
const _errs74 = errors;
if(errors === _errs74){
if(typeof data28 === "string"){
if(data28.length > 16777216){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/sig",schemaPath:"#/$defs/base64/maxLength",keyword:"maxLength",params:{limit: 16777216},message:"must NOT have more than 16777216 characters"}];
return false;
}
else {
if(data28.length < 2){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/sig",schemaPath:"#/$defs/base64/minLength",keyword:"minLength",params:{limit: 2},message:"must NOT have fewer than 2 characters"}];
return false;
}
else {
if(!pattern22.test(data28)){
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/sig",schemaPath:"#/$defs/base64/pattern",keyword:"pattern",params:{pattern: "^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"},message:"must match pattern \""+"^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$"+"\""}];
return false;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3+"/sig",schemaPath:"#/$defs/base64/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid25 = _errs73 === errors;
}
else {
var valid25 = true;
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures/" + i3,schemaPath:"#/properties/dsseEnvelope/properties/signatures/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid24 = _errs69 === errors;
if(!valid24){
break;
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope/signatures",schemaPath:"#/properties/dsseEnvelope/properties/signatures/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid22 = _errs67 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
else {
validate48.errors = [{instancePath:instancePath+"/dsseEnvelope",schemaPath:"#/properties/dsseEnvelope/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs60 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate48.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate48.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate48.evaluated = {"dynamicProps":true,"dynamicItems":false};

export const slsa_provenance_v0_2: Validator = validate54;
const schema125 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:slsa-provenance-v0.2","title":"SLSA provenance v0.2, the predicate","description":"How an artifact was built, in the form before v1. Members that are not named here are allowed and ignored.","type":"object","required":["builder","buildType"],"properties":{"builder":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1}}},"buildType":{"type":"string","minLength":1},"invocation":{"type":["object","null"],"properties":{"configSource":{"type":["object","null"],"properties":{"uri":{"type":["string","null"]},"digest":{"$ref":"#/$defs/digestSet"},"entryPoint":{"type":["string","null"]}}},"parameters":{"type":["object","null"]},"environment":{"type":["object","null"]}}},"buildConfig":{"type":["object","null"]},"metadata":{"type":["object","null"],"properties":{"buildInvocationId":{"type":["string","null"]},"buildInvocationID":{"description":"The spelling that the reference generators write.","type":["string","null"]},"buildStartedOn":{"$ref":"#/$defs/timestamp"},"buildFinishedOn":{"$ref":"#/$defs/timestamp"},"completeness":{"type":["object","null"],"properties":{"parameters":{"type":["boolean","null"]},"environment":{"type":["boolean","null"]},"materials":{"type":["boolean","null"]}}},"reproducible":{"type":["boolean","null"]}}},"materials":{"type":["array","null"],"items":{"type":"object","properties":{"uri":{"type":["string","null"]},"digest":{"$ref":"#/$defs/digestSet"}}}}},"$defs":{"digestSet":{"type":["object","null"],"additionalProperties":{"type":"string"}},"timestamp":{"description":"RFC 3339 in UTC; the empty text is the unset one.","type":["string","null"],"maxLength":30,"pattern":"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"}}};
const schema126 = {"type":["object","null"],"additionalProperties":{"type":"string"}};
const schema127 = {"description":"RFC 3339 in UTC; the empty text is the unset one.","type":["string","null"],"maxLength":30,"pattern":"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"};
const pattern45 = new RegExp("^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$", "u");

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:slsa-provenance-v0.2" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate54.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")) || (((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType"))){
validate54.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.builder !== undefined && func0.call(data, "builder")){
let data0 = data.builder;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.id === undefined) || (!(func0.call(data0, "id")))) && (missing1 = "id")){
validate54.errors = [{instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate54.errors = [{instancePath:instancePath+"/builder/id",schemaPath:"#/properties/builder/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate54.errors = [{instancePath:instancePath+"/builder/id",schemaPath:"#/properties/builder/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate54.errors = [{instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buildType !== undefined && func0.call(data, "buildType")){
let data2 = data.buildType;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate54.errors = [{instancePath:instancePath+"/buildType",schemaPath:"#/properties/buildType/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate54.errors = [{instancePath:instancePath+"/buildType",schemaPath:"#/properties/buildType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invocation !== undefined && func0.call(data, "invocation")){
let data3 = data.invocation;
const _errs7 = errors;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation",schemaPath:"#/properties/invocation/type",keyword:"type",params:{type: schema125.properties.invocation.type},message:"must be object,null"}];
return false;
}
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.configSource !== undefined && func0.call(data3, "configSource")){
let data4 = data3.configSource;
const _errs9 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/configSource",schemaPath:"#/properties/invocation/properties/configSource/type",keyword:"type",params:{type: schema125.properties.invocation.properties.configSource.type},message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.uri !== undefined && func0.call(data4, "uri")){
let data5 = data4.uri;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/configSource/uri",schemaPath:"#/properties/invocation/properties/configSource/properties/uri/type",keyword:"type",params:{type: schema125.properties.invocation.properties.configSource.properties.uri.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.digest !== undefined && func0.call(data4, "digest")){
let data6 = data4.digest;
const _errs13 = errors;
const _errs14 = errors;
if((!(data6 && typeof data6 == "object" && !Array.isArray(data6))) && (data6 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/configSource/digest",schemaPath:"#/$defs/digestSet/type",keyword:"type",params:{type: schema126.type},message:"must be object,null"}];
return false;
}
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 of Object.keys(data6)){
const _errs17 = errors;
if(typeof data6[key0] !== "string"){
validate54.errors = [{instancePath:instancePath+"/invocation/configSource/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/digestSet/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs17 === errors;
if(!valid5){
break;
}
}
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.entryPoint !== undefined && func0.call(data4, "entryPoint")){
let data8 = data4.entryPoint;
const _errs19 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/configSource/entryPoint",schemaPath:"#/properties/invocation/properties/configSource/properties/entryPoint/type",keyword:"type",params:{type: schema125.properties.invocation.properties.configSource.properties.entryPoint.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.parameters !== undefined && func0.call(data3, "parameters")){
let data9 = data3.parameters;
const _errs21 = errors;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/parameters",schemaPath:"#/properties/invocation/properties/parameters/type",keyword:"type",params:{type: schema125.properties.invocation.properties.parameters.type},message:"must be object,null"}];
return false;
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.environment !== undefined && func0.call(data3, "environment")){
let data10 = data3.environment;
const _errs23 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
validate54.errors = [{instancePath:instancePath+"/invocation/environment",schemaPath:"#/properties/invocation/properties/environment/type",keyword:"type",params:{type: schema125.properties.invocation.properties.environment.type},message:"must be object,null"}];
return false;
}
var valid2 = _errs23 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buildConfig !== undefined && func0.call(data, "buildConfig")){
let data11 = data.buildConfig;
const _errs25 = errors;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
validate54.errors = [{instancePath:instancePath+"/buildConfig",schemaPath:"#/properties/buildConfig/type",keyword:"type",params:{type: schema125.properties.buildConfig.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data12 = data.metadata;
const _errs27 = errors;
if((!(data12 && typeof data12 == "object" && !Array.isArray(data12))) && (data12 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema125.properties.metadata.type},message:"must be object,null"}];
return false;
}
if(errors === _errs27){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.buildInvocationId !== undefined && func0.call(data12, "buildInvocationId")){
let data13 = data12.buildInvocationId;
const _errs29 = errors;
if((typeof data13 !== "string") && (data13 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildInvocationId",schemaPath:"#/properties/metadata/properties/buildInvocationId/type",keyword:"type",params:{type: schema125.properties.metadata.properties.buildInvocationId.type},message:"must be string,null"}];
return false;
}
var valid6 = _errs29 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.buildInvocationID !== undefined && func0.call(data12, "buildInvocationID")){
let data14 = data12.buildInvocationID;
const _errs31 = errors;
if((typeof data14 !== "string") && (data14 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildInvocationID",schemaPath:"#/properties/metadata/properties/buildInvocationID/type",keyword:"type",params:{type: schema125.properties.metadata.properties.buildInvocationID.type},message:"must be string,null"}];
return false;
}
var valid6 = _errs31 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.buildStartedOn !== undefined && func0.call(data12, "buildStartedOn")){
let data15 = data12.buildStartedOn;
const _errs33 = errors;
const _errs34 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",schemaPath:"#/$defs/timestamp/type",keyword:"type",params:{type: schema127.type},message:"must be string,null"}];
return false;
}
if(errors === _errs34){
if(typeof data15 === "string"){
if(data15.length > 30){
validate54.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",schemaPath:"#/$defs/timestamp/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern45.test(data15)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",schemaPath:"#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"},message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.buildFinishedOn !== undefined && func0.call(data12, "buildFinishedOn")){
let data16 = data12.buildFinishedOn;
const _errs36 = errors;
const _errs37 = errors;
if((typeof data16 !== "string") && (data16 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",schemaPath:"#/$defs/timestamp/type",keyword:"type",params:{type: schema127.type},message:"must be string,null"}];
return false;
}
if(errors === _errs37){
if(typeof data16 === "string"){
if(data16.length > 30){
validate54.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",schemaPath:"#/$defs/timestamp/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern45.test(data16)){
validate54.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",schemaPath:"#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"},message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
var valid6 = _errs36 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.completeness !== undefined && func0.call(data12, "completeness")){
let data17 = data12.completeness;
const _errs39 = errors;
if((!(data17 && typeof data17 == "object" && !Array.isArray(data17))) && (data17 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/completeness",schemaPath:"#/properties/metadata/properties/completeness/type",keyword:"type",params:{type: schema125.properties.metadata.properties.completeness.type},message:"must be object,null"}];
return false;
}
if(errors === _errs39){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.parameters !== undefined && func0.call(data17, "parameters")){
let data18 = data17.parameters;
const _errs41 = errors;
if((typeof data18 !== "boolean") && (data18 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/completeness/parameters",schemaPath:"#/properties/metadata/properties/completeness/properties/parameters/type",keyword:"type",params:{type: schema125.properties.metadata.properties.completeness.properties.parameters.type},message:"must be boolean,null"}];
return false;
}
var valid9 = _errs41 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.environment !== undefined && func0.call(data17, "environment")){
let data19 = data17.environment;
const _errs43 = errors;
if((typeof data19 !== "boolean") && (data19 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/completeness/environment",schemaPath:"#/properties/metadata/properties/completeness/properties/environment/type",keyword:"type",params:{type: schema125.properties.metadata.properties.completeness.properties.environment.type},message:"must be boolean,null"}];
return false;
}
var valid9 = _errs43 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data17.materials !== undefined && func0.call(data17, "materials")){
let data20 = data17.materials;
const _errs45 = errors;
if((typeof data20 !== "boolean") && (data20 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/completeness/materials",schemaPath:"#/properties/metadata/properties/completeness/properties/materials/type",keyword:"type",params:{type: schema125.properties.metadata.properties.completeness.properties.materials.type},message:"must be boolean,null"}];
return false;
}
var valid9 = _errs45 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data12.reproducible !== undefined && func0.call(data12, "reproducible")){
let data21 = data12.reproducible;
const _errs47 = errors;
if((typeof data21 !== "boolean") && (data21 !== null)){
validate54.errors = [{instancePath:instancePath+"/metadata/reproducible",schemaPath:"#/properties/metadata/properties/reproducible/type",keyword:"type",params:{type: schema125.properties.metadata.properties.reproducible.type},message:"must be boolean,null"}];
return false;
}
var valid6 = _errs47 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined && func0.call(data, "materials")){
let data22 = data.materials;
const _errs49 = errors;
if((!(Array.isArray(data22))) && (data22 !== null)){
validate54.errors = [{instancePath:instancePath+"/materials",schemaPath:"#/properties/materials/type",keyword:"type",params:{type: schema125.properties.materials.type},message:"must be array,null"}];
return false;
}
if(errors === _errs49){
if(Array.isArray(data22)){
var valid10 = true;
const len0 = data22.length;
for(let i0=0; i0<len0; i0++){
let data23 = data22[i0];
const _errs51 = errors;
if(errors === _errs51){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(data23.uri !== undefined && func0.call(data23, "uri")){
let data24 = data23.uri;
const _errs53 = errors;
if((typeof data24 !== "string") && (data24 !== null)){
validate54.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",schemaPath:"#/properties/materials/items/properties/uri/type",keyword:"type",params:{type: schema125.properties.materials.items.properties.uri.type},message:"must be string,null"}];
return false;
}
var valid11 = _errs53 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data23.digest !== undefined && func0.call(data23, "digest")){
let data25 = data23.digest;
const _errs55 = errors;
const _errs56 = errors;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
validate54.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",schemaPath:"#/$defs/digestSet/type",keyword:"type",params:{type: schema126.type},message:"must be object,null"}];
return false;
}
if(errors === _errs56){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key1 of Object.keys(data25)){
const _errs59 = errors;
if(typeof data25[key1] !== "string"){
validate54.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/digestSet/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid13 = _errs59 === errors;
if(!valid13){
break;
}
}
}
}
var valid11 = _errs55 === errors;
}
else {
var valid11 = true;
}
}
}
else {
validate54.errors = [{instancePath:instancePath+"/materials/" + i0,schemaPath:"#/properties/materials/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid10 = _errs51 === errors;
if(!valid10){
break;
}
}
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}
validate54.evaluated = {"props":{"builder":true,"buildType":true,"invocation":true,"buildConfig":true,"metadata":true,"materials":true},"dynamicProps":false,"dynamicItems":false};

export const slsa_provenance_v1: Validator = validate55;
const schema130 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:slsa-provenance-v1","title":"SLSA build provenance v1, the predicate","description":"How an artifact was built. An unset, a null and an empty member mean the same; members that are not named here are allowed and ignored.","type":"object","required":["buildDefinition","runDetails"],"properties":{"buildDefinition":{"$ref":"#/$defs/buildDefinition"},"runDetails":{"$ref":"#/$defs/runDetails"}},"$defs":{"buildDefinition":{"type":"object","required":["buildType","externalParameters"],"properties":{"buildType":{"type":"string","minLength":1},"externalParameters":{"type":"object"},"internalParameters":{"type":["object","null"]},"resolvedDependencies":{"$ref":"#/$defs/resources"}}},"runDetails":{"type":"object","required":["builder"],"properties":{"builder":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1},"builderDependencies":{"$ref":"#/$defs/resources"},"version":{"type":["object","null"],"additionalProperties":{"type":"string"}}}},"metadata":{"type":["object","null"],"properties":{"invocationId":{"type":["string","null"]},"startedOn":{"$ref":"#/$defs/timestamp"},"finishedOn":{"$ref":"#/$defs/timestamp"}}},"byproducts":{"$ref":"#/$defs/resources"}}},"resources":{"type":["array","null"],"items":{"$ref":"#/$defs/resource"}},"resource":{"description":"At least one of uri, digest and content identifies the resource.","type":"object","properties":{"name":{"type":["string","null"]},"uri":{"type":["string","null"]},"digest":{"type":["object","null"],"additionalProperties":{"type":"string"}},"content":{"type":["string","null"]},"downloadLocation":{"type":["string","null"]},"mediaType":{"type":["string","null"]},"annotations":{"type":["object","null"]}},"anyOf":[{"required":["uri"]},{"required":["digest"]},{"required":["content"]}]},"timestamp":{"description":"RFC 3339 in UTC; the empty text is the unset one.","type":["string","null"],"maxLength":30,"pattern":"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"}}};
const schema131 = {"type":"object","required":["buildType","externalParameters"],"properties":{"buildType":{"type":"string","minLength":1},"externalParameters":{"type":"object"},"internalParameters":{"type":["object","null"]},"resolvedDependencies":{"$ref":"#/$defs/resources"}}};
const schema132 = {"type":["array","null"],"items":{"$ref":"#/$defs/resource"}};
const schema133 = {"description":"At least one of uri, digest and content identifies the resource.","type":"object","properties":{"name":{"type":["string","null"]},"uri":{"type":["string","null"]},"digest":{"type":["object","null"],"additionalProperties":{"type":"string"}},"content":{"type":["string","null"]},"downloadLocation":{"type":["string","null"]},"mediaType":{"type":["string","null"]},"annotations":{"type":["object","null"]}},"anyOf":[{"required":["uri"]},{"required":["digest"]},{"required":["content"]}]};

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate57.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if((!(Array.isArray(data))) && (data !== null)){
validate57.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema132.type},message:"must be array,null"}];
return false;
}
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
const _errs2 = errors;
const _errs4 = errors;
let valid2 = false;
const _errs5 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.uri === undefined) || (!(func0.call(data0, "uri")))) && (missing0 = "uri")){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/resource/anyOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs5 === errors;
valid2 = valid2 || _valid0;
const _errs6 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.digest === undefined) || (!(func0.call(data0, "digest")))) && (missing1 = "digest")){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/resource/anyOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
valid2 = valid2 || _valid0;
const _errs7 = errors;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing2;
if(((data0.content === undefined) || (!(func0.call(data0, "content")))) && (missing2 = "content")){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/resource/anyOf/2/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate57.errors = vErrors;
return false;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
if(errors === _errs2){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name !== undefined && func0.call(data0, "name")){
let data1 = data0.name;
const _errs8 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/$defs/resource/properties/name/type",keyword:"type",params:{type: schema133.properties.name.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.uri !== undefined && func0.call(data0, "uri")){
let data2 = data0.uri;
const _errs10 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/uri",schemaPath:"#/$defs/resource/properties/uri/type",keyword:"type",params:{type: schema133.properties.uri.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.digest !== undefined && func0.call(data0, "digest")){
let data3 = data0.digest;
const _errs12 = errors;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/digest",schemaPath:"#/$defs/resource/properties/digest/type",keyword:"type",params:{type: schema133.properties.digest.type},message:"must be object,null"}];
return false;
}
if(errors === _errs12){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs15 = errors;
if(typeof data3[key0] !== "string"){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/resource/properties/digest/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs15 === errors;
if(!valid4){
break;
}
}
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.content !== undefined && func0.call(data0, "content")){
let data5 = data0.content;
const _errs17 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/content",schemaPath:"#/$defs/resource/properties/content/type",keyword:"type",params:{type: schema133.properties.content.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.downloadLocation !== undefined && func0.call(data0, "downloadLocation")){
let data6 = data0.downloadLocation;
const _errs19 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/downloadLocation",schemaPath:"#/$defs/resource/properties/downloadLocation/type",keyword:"type",params:{type: schema133.properties.downloadLocation.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.mediaType !== undefined && func0.call(data0, "mediaType")){
let data7 = data0.mediaType;
const _errs21 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/mediaType",schemaPath:"#/$defs/resource/properties/mediaType/type",keyword:"type",params:{type: schema133.properties.mediaType.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data0.annotations !== undefined && func0.call(data0, "annotations")){
let data8 = data0.annotations;
const _errs23 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate57.errors = [{instancePath:instancePath+"/" + i0+"/annotations",schemaPath:"#/$defs/resource/properties/annotations/type",keyword:"type",params:{type: schema133.properties.annotations.type},message:"must be object,null"}];
return false;
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
else {
validate57.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/resource/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
validate57.errors = vErrors;
return errors === 0;
}
validate57.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType")) || (((data.externalParameters === undefined) || (!(func0.call(data, "externalParameters")))) && (missing0 = "externalParameters"))){
validate56.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildType !== undefined && func0.call(data, "buildType")){
let data0 = data.buildType;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate56.errors = [{instancePath:instancePath+"/buildType",schemaPath:"#/properties/buildType/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/buildType",schemaPath:"#/properties/buildType/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.externalParameters !== undefined && func0.call(data, "externalParameters")){
let data1 = data.externalParameters;
const _errs3 = errors;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
validate56.errors = [{instancePath:instancePath+"/externalParameters",schemaPath:"#/properties/externalParameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.internalParameters !== undefined && func0.call(data, "internalParameters")){
let data2 = data.internalParameters;
const _errs5 = errors;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
validate56.errors = [{instancePath:instancePath+"/internalParameters",schemaPath:"#/properties/internalParameters/type",keyword:"type",params:{type: schema131.properties.internalParameters.type},message:"must be object,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resolvedDependencies !== undefined && func0.call(data, "resolvedDependencies")){
const _errs7 = errors;
if(!(validate57(data.resolvedDependencies, {instancePath:instancePath+"/resolvedDependencies",parentData:data,parentDataProperty:"resolvedDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"props":{"buildType":true,"externalParameters":true,"internalParameters":true,"resolvedDependencies":true},"dynamicProps":false,"dynamicItems":false};

const schema134 = {"type":"object","required":["builder"],"properties":{"builder":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1},"builderDependencies":{"$ref":"#/$defs/resources"},"version":{"type":["object","null"],"additionalProperties":{"type":"string"}}}},"metadata":{"type":["object","null"],"properties":{"invocationId":{"type":["string","null"]},"startedOn":{"$ref":"#/$defs/timestamp"},"finishedOn":{"$ref":"#/$defs/timestamp"}}},"byproducts":{"$ref":"#/$defs/resources"}}};
const schema135 = {"description":"RFC 3339 in UTC; the empty text is the unset one.","type":["string","null"],"maxLength":30,"pattern":"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")){
validate60.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.builder !== undefined && func0.call(data, "builder")){
let data0 = data.builder;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.id === undefined) || (!(func0.call(data0, "id")))) && (missing1 = "id")){
validate60.errors = [{instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate60.errors = [{instancePath:instancePath+"/builder/id",schemaPath:"#/properties/builder/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/builder/id",schemaPath:"#/properties/builder/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.builderDependencies !== undefined && func0.call(data0, "builderDependencies")){
const _errs5 = errors;
if(!(validate57(data0.builderDependencies, {instancePath:instancePath+"/builder/builderDependencies",parentData:data0,parentDataProperty:"builderDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.version !== undefined && func0.call(data0, "version")){
let data3 = data0.version;
const _errs6 = errors;
if((!(data3 && typeof data3 == "object" && !Array.isArray(data3))) && (data3 !== null)){
validate60.errors = [{instancePath:instancePath+"/builder/version",schemaPath:"#/properties/builder/properties/version/type",keyword:"type",params:{type: schema134.properties.builder.properties.version.type},message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs9 = errors;
if(typeof data3[key0] !== "string"){
validate60.errors = [{instancePath:instancePath+"/builder/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/builder/properties/version/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/builder",schemaPath:"#/properties/builder/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data5 = data.metadata;
const _errs11 = errors;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
validate60.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: schema134.properties.metadata.type},message:"must be object,null"}];
return false;
}
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.invocationId !== undefined && func0.call(data5, "invocationId")){
let data6 = data5.invocationId;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate60.errors = [{instancePath:instancePath+"/metadata/invocationId",schemaPath:"#/properties/metadata/properties/invocationId/type",keyword:"type",params:{type: schema134.properties.metadata.properties.invocationId.type},message:"must be string,null"}];
return false;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.startedOn !== undefined && func0.call(data5, "startedOn")){
let data7 = data5.startedOn;
const _errs15 = errors;
const _errs16 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate60.errors = [{instancePath:instancePath+"/metadata/startedOn",schemaPath:"#/$defs/timestamp/type",keyword:"type",params:{type: schema135.type},message:"must be string,null"}];
return false;
}
if(errors === _errs16){
if(typeof data7 === "string"){
if(data7.length > 30){
validate60.errors = [{instancePath:instancePath+"/metadata/startedOn",schemaPath:"#/$defs/timestamp/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern45.test(data7)){
validate60.errors = [{instancePath:instancePath+"/metadata/startedOn",schemaPath:"#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"},message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.finishedOn !== undefined && func0.call(data5, "finishedOn")){
let data8 = data5.finishedOn;
const _errs18 = errors;
const _errs19 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate60.errors = [{instancePath:instancePath+"/metadata/finishedOn",schemaPath:"#/$defs/timestamp/type",keyword:"type",params:{type: schema135.type},message:"must be string,null"}];
return false;
}
if(errors === _errs19){
if(typeof data8 === "string"){
if(data8.length > 30){
validate60.errors = [{instancePath:instancePath+"/metadata/finishedOn",schemaPath:"#/$defs/timestamp/maxLength",keyword:"maxLength",params:{limit: 30},message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern45.test(data8)){
validate60.errors = [{instancePath:instancePath+"/metadata/finishedOn",schemaPath:"#/$defs/timestamp/pattern",keyword:"pattern",params:{pattern: "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"},message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.byproducts !== undefined && func0.call(data, "byproducts")){
const _errs21 = errors;
if(!(validate57(data.byproducts, {instancePath:instancePath+"/byproducts",parentData:data,parentDataProperty:"byproducts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":{"builder":true,"metadata":true,"byproducts":true},"dynamicProps":false,"dynamicItems":false};


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:slsa-provenance-v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildDefinition === undefined) || (!(func0.call(data, "buildDefinition")))) && (missing0 = "buildDefinition")) || (((data.runDetails === undefined) || (!(func0.call(data, "runDetails")))) && (missing0 = "runDetails"))){
validate55.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildDefinition !== undefined && func0.call(data, "buildDefinition")){
const _errs1 = errors;
if(!(validate56(data.buildDefinition, {instancePath:instancePath+"/buildDefinition",parentData:data,parentDataProperty:"buildDefinition",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runDetails !== undefined && func0.call(data, "runDetails")){
const _errs2 = errors;
if(!(validate60(data.runDetails, {instancePath:instancePath+"/runDetails",parentData:data,parentDataProperty:"runDetails",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate55.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":{"buildDefinition":true,"runDetails":true},"dynamicProps":false,"dynamicItems":false};

export const spdx_v2: Validator = validate64;
const schema137 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:spdx-v2","title":"SPDX 2, the document as a predicate","description":"What a piece of software consists of: SPDX 2.2 or 2.3 in JSON. Other members are allowed.","type":"object","required":["spdxVersion","SPDXID","name","dataLicense","documentNamespace","creationInfo"],"properties":{"spdxVersion":{"type":"string","maxLength":8,"pattern":"^SPDX-2\\.[23]$"},"SPDXID":{"const":"SPDXRef-DOCUMENT"},"name":{"type":"string"},"dataLicense":{"type":"string"},"documentNamespace":{"type":"string","minLength":1},"creationInfo":{"type":"object","required":["created","creators"],"properties":{"created":{"type":["string","null"],"maxLength":40},"creators":{"type":"array","minItems":1,"items":{"type":"string"}}}},"packages":{"type":["array","null"],"items":{"type":"object","required":["SPDXID","name"],"properties":{"SPDXID":{"type":"string","minLength":1},"name":{"type":"string"}}}},"files":{"type":["array","null"],"items":{"type":"object"}}}};
const pattern49 = new RegExp("^SPDX-2\\.[23]$", "u");

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:spdx-v2" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate64.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.spdxVersion === undefined) || (!(func0.call(data, "spdxVersion")))) && (missing0 = "spdxVersion")) || (((data.SPDXID === undefined) || (!(func0.call(data, "SPDXID")))) && (missing0 = "SPDXID"))) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.dataLicense === undefined) || (!(func0.call(data, "dataLicense")))) && (missing0 = "dataLicense"))) || (((data.documentNamespace === undefined) || (!(func0.call(data, "documentNamespace")))) && (missing0 = "documentNamespace"))) || (((data.creationInfo === undefined) || (!(func0.call(data, "creationInfo")))) && (missing0 = "creationInfo"))){
validate64.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.spdxVersion !== undefined && func0.call(data, "spdxVersion")){
let data0 = data.spdxVersion;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 8){
validate64.errors = [{instancePath:instancePath+"/spdxVersion",schemaPath:"#/properties/spdxVersion/maxLength",keyword:"maxLength",params:{limit: 8},message:"must NOT have more than 8 characters"}];
return false;
}
else {
if(!pattern49.test(data0)){
validate64.errors = [{instancePath:instancePath+"/spdxVersion",schemaPath:"#/properties/spdxVersion/pattern",keyword:"pattern",params:{pattern: "^SPDX-2\\.[23]$"},message:"must match pattern \""+"^SPDX-2\\.[23]$"+"\""}];
return false;
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/spdxVersion",schemaPath:"#/properties/spdxVersion/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.SPDXID !== undefined && func0.call(data, "SPDXID")){
const _errs3 = errors;
if("SPDXRef-DOCUMENT" !== data.SPDXID){
validate64.errors = [{instancePath:instancePath+"/SPDXID",schemaPath:"#/properties/SPDXID/const",keyword:"const",params:{allowedValue: "SPDXRef-DOCUMENT"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined && func0.call(data, "name")){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate64.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dataLicense !== undefined && func0.call(data, "dataLicense")){
const _errs6 = errors;
if(typeof data.dataLicense !== "string"){
validate64.errors = [{instancePath:instancePath+"/dataLicense",schemaPath:"#/properties/dataLicense/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.documentNamespace !== undefined && func0.call(data, "documentNamespace")){
let data4 = data.documentNamespace;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length < 1){
validate64.errors = [{instancePath:instancePath+"/documentNamespace",schemaPath:"#/properties/documentNamespace/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/documentNamespace",schemaPath:"#/properties/documentNamespace/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.creationInfo !== undefined && func0.call(data, "creationInfo")){
let data5 = data.creationInfo;
const _errs10 = errors;
if(errors === _errs10){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.created === undefined) || (!(func0.call(data5, "created")))) && (missing1 = "created")) || (((data5.creators === undefined) || (!(func0.call(data5, "creators")))) && (missing1 = "creators"))){
validate64.errors = [{instancePath:instancePath+"/creationInfo",schemaPath:"#/properties/creationInfo/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.created !== undefined && func0.call(data5, "created")){
let data6 = data5.created;
const _errs12 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate64.errors = [{instancePath:instancePath+"/creationInfo/created",schemaPath:"#/properties/creationInfo/properties/created/type",keyword:"type",params:{type: schema137.properties.creationInfo.properties.created.type},message:"must be string,null"}];
return false;
}
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length > 40){
validate64.errors = [{instancePath:instancePath+"/creationInfo/created",schemaPath:"#/properties/creationInfo/properties/created/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data5.creators !== undefined && func0.call(data5, "creators")){
let data7 = data5.creators;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
if(data7.length < 1){
validate64.errors = [{instancePath:instancePath+"/creationInfo/creators",schemaPath:"#/properties/creationInfo/properties/creators/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data7[i0] !== "string"){
validate64.errors = [{instancePath:instancePath+"/creationInfo/creators/" + i0,schemaPath:"#/properties/creationInfo/properties/creators/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/creationInfo/creators",schemaPath:"#/properties/creationInfo/properties/creators/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/creationInfo",schemaPath:"#/properties/creationInfo/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.packages !== undefined && func0.call(data, "packages")){
let data9 = data.packages;
const _errs18 = errors;
if((!(Array.isArray(data9))) && (data9 !== null)){
validate64.errors = [{instancePath:instancePath+"/packages",schemaPath:"#/properties/packages/type",keyword:"type",params:{type: schema137.properties.packages.type},message:"must be array,null"}];
return false;
}
if(errors === _errs18){
if(Array.isArray(data9)){
var valid3 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
const _errs20 = errors;
if(errors === _errs20){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.SPDXID === undefined) || (!(func0.call(data10, "SPDXID")))) && (missing2 = "SPDXID")) || (((data10.name === undefined) || (!(func0.call(data10, "name")))) && (missing2 = "name"))){
validate64.errors = [{instancePath:instancePath+"/packages/" + i1,schemaPath:"#/properties/packages/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.SPDXID !== undefined && func0.call(data10, "SPDXID")){
let data11 = data10.SPDXID;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data11 === "string"){
if(data11.length < 1){
validate64.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",schemaPath:"#/properties/packages/items/properties/SPDXID/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",schemaPath:"#/properties/packages/items/properties/SPDXID/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data10.name !== undefined && func0.call(data10, "name")){
const _errs24 = errors;
if(typeof data10.name !== "string"){
validate64.errors = [{instancePath:instancePath+"/packages/" + i1+"/name",schemaPath:"#/properties/packages/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/packages/" + i1,schemaPath:"#/properties/packages/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs20 === errors;
if(!valid3){
break;
}
}
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.files !== undefined && func0.call(data, "files")){
let data13 = data.files;
const _errs26 = errors;
if((!(Array.isArray(data13))) && (data13 !== null)){
validate64.errors = [{instancePath:instancePath+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type: schema137.properties.files.type},message:"must be array,null"}];
return false;
}
if(errors === _errs26){
if(Array.isArray(data13)){
var valid5 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
const _errs28 = errors;
if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){
validate64.errors = [{instancePath:instancePath+"/files/" + i2,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs28 === errors;
if(!valid5){
break;
}
}
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate64.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}
validate64.evaluated = {"props":{"spdxVersion":true,"SPDXID":true,"name":true,"dataLicense":true,"documentNamespace":true,"creationInfo":true,"packages":true,"files":true},"dynamicProps":false,"dynamicItems":false};

export const spdx_v3: Validator = validate65;
const schema138 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:spdx-v3","title":"SPDX 3, the document as a predicate","description":"What a piece of software consists of: SPDX 3.0 in its JSON-LD serialisation. Other members are allowed.","type":"object","required":["@context","@graph"],"properties":{"@context":{"type":"string","maxLength":64,"pattern":"^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"},"@graph":{"type":"array","minItems":1,"items":{"type":"object","required":["type"],"properties":{"type":{"type":"string","minLength":1}}}}}};
const pattern50 = new RegExp("^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$", "u");

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:spdx-v3" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate65.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@graph"] === undefined) || (!(func0.call(data, "@graph")))) && (missing0 = "@graph"))){
validate65.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64){
validate65.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/maxLength",keyword:"maxLength",params:{limit: 64},message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(!pattern50.test(data0)){
validate65.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/pattern",keyword:"pattern",params:{pattern: "^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"},message:"must match pattern \""+"^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"+"\""}];
return false;
}
}
}
else {
validate65.errors = [{instancePath:instancePath+"/@context",schemaPath:"#/properties/%40context/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data["@graph"] !== undefined && func0.call(data, "@graph")){
let data1 = data["@graph"];
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
if(data1.length < 1){
validate65.errors = [{instancePath:instancePath+"/@graph",schemaPath:"#/properties/%40graph/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.type === undefined) || (!(func0.call(data2, "type")))) && (missing1 = "type")){
validate65.errors = [{instancePath:instancePath+"/@graph/" + i0,schemaPath:"#/properties/%40graph/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.type !== undefined && func0.call(data2, "type")){
let data3 = data2.type;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate65.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",schemaPath:"#/properties/%40graph/items/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate65.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",schemaPath:"#/properties/%40graph/items/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate65.errors = [{instancePath:instancePath+"/@graph/" + i0,schemaPath:"#/properties/%40graph/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate65.errors = [{instancePath:instancePath+"/@graph",schemaPath:"#/properties/%40graph/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate65.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}
validate65.evaluated = {"props":{"@context":true,"@graph":true},"dynamicProps":false,"dynamicItems":false};

export const test_result: Validator = validate66;
const schema139 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:test-result","title":"in-toto test result, the predicate","description":"How a run of tests came out. Other members are allowed.","type":"object","required":["result","configuration"],"properties":{"result":{"enum":["PASSED","WARNED","FAILED"]},"configuration":{"type":"array","items":{"type":"object"}}}};

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:test-result" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate66.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.result === undefined) || (!(func0.call(data, "result")))) && (missing0 = "result")) || (((data.configuration === undefined) || (!(func0.call(data, "configuration")))) && (missing0 = "configuration"))){
validate66.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.result !== undefined && func0.call(data, "result")){
let data0 = data.result;
const _errs1 = errors;
if(!(((data0 === "PASSED") || (data0 === "WARNED")) || (data0 === "FAILED"))){
validate66.errors = [{instancePath:instancePath+"/result",schemaPath:"#/properties/result/enum",keyword:"enum",params:{allowedValues: schema139.properties.result.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.configuration !== undefined && func0.call(data, "configuration")){
let data1 = data.configuration;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs4 = errors;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
validate66.errors = [{instancePath:instancePath+"/configuration/" + i0,schemaPath:"#/properties/configuration/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate66.errors = [{instancePath:instancePath+"/configuration",schemaPath:"#/properties/configuration/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}
validate66.evaluated = {"props":{"result":true,"configuration":true},"dynamicProps":false,"dynamicItems":false};

export const vsa_v0_2: Validator = validate67;
const schema140 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:vsa-v0.2","title":"SLSA verification summary v0.2, the predicate","description":"What a verifier has found about an artifact, in the form before v1. Other members are allowed.","type":"object","required":["verifier","time_verified","resource_uri","policy","verification_result","policy_level"],"properties":{"verifier":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1}}},"time_verified":{"type":["string","null"],"maxLength":40},"resource_uri":{"type":"string","minLength":1},"policy":{"type":"object"},"input_attestations":{"type":["array","null"],"items":{"type":"object"}},"verification_result":{"enum":["PASSED","FAILED"]},"policy_level":{"type":"string","minLength":1},"dependency_levels":{"type":["object","null"],"additionalProperties":{"type":"integer","minimum":0}}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:vsa-v0.2" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate67.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.time_verified === undefined) || (!(func0.call(data, "time_verified")))) && (missing0 = "time_verified"))) || (((data.resource_uri === undefined) || (!(func0.call(data, "resource_uri")))) && (missing0 = "resource_uri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verification_result === undefined) || (!(func0.call(data, "verification_result")))) && (missing0 = "verification_result"))) || (((data.policy_level === undefined) || (!(func0.call(data, "policy_level")))) && (missing0 = "policy_level"))){
validate67.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.verifier !== undefined && func0.call(data, "verifier")){
let data0 = data.verifier;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.id === undefined) || (!(func0.call(data0, "id")))) && (missing1 = "id")){
validate67.errors = [{instancePath:instancePath+"/verifier",schemaPath:"#/properties/verifier/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate67.errors = [{instancePath:instancePath+"/verifier/id",schemaPath:"#/properties/verifier/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/verifier/id",schemaPath:"#/properties/verifier/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/verifier",schemaPath:"#/properties/verifier/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time_verified !== undefined && func0.call(data, "time_verified")){
let data2 = data.time_verified;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate67.errors = [{instancePath:instancePath+"/time_verified",schemaPath:"#/properties/time_verified/type",keyword:"type",params:{type: schema140.properties.time_verified.type},message:"must be string,null"}];
return false;
}
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 40){
validate67.errors = [{instancePath:instancePath+"/time_verified",schemaPath:"#/properties/time_verified/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resource_uri !== undefined && func0.call(data, "resource_uri")){
let data3 = data.resource_uri;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate67.errors = [{instancePath:instancePath+"/resource_uri",schemaPath:"#/properties/resource_uri/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/resource_uri",schemaPath:"#/properties/resource_uri/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined && func0.call(data, "policy")){
let data4 = data.policy;
const _errs9 = errors;
if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){
validate67.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.input_attestations !== undefined && func0.call(data, "input_attestations")){
let data5 = data.input_attestations;
const _errs11 = errors;
if((!(Array.isArray(data5))) && (data5 !== null)){
validate67.errors = [{instancePath:instancePath+"/input_attestations",schemaPath:"#/properties/input_attestations/type",keyword:"type",params:{type: schema140.properties.input_attestations.type},message:"must be array,null"}];
return false;
}
if(errors === _errs11){
if(Array.isArray(data5)){
var valid2 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs13 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
validate67.errors = [{instancePath:instancePath+"/input_attestations/" + i0,schemaPath:"#/properties/input_attestations/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid2 = _errs13 === errors;
if(!valid2){
break;
}
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verification_result !== undefined && func0.call(data, "verification_result")){
let data7 = data.verification_result;
const _errs15 = errors;
if(!((data7 === "PASSED") || (data7 === "FAILED"))){
validate67.errors = [{instancePath:instancePath+"/verification_result",schemaPath:"#/properties/verification_result/enum",keyword:"enum",params:{allowedValues: schema140.properties.verification_result.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy_level !== undefined && func0.call(data, "policy_level")){
let data8 = data.policy_level;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate67.errors = [{instancePath:instancePath+"/policy_level",schemaPath:"#/properties/policy_level/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/policy_level",schemaPath:"#/properties/policy_level/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependency_levels !== undefined && func0.call(data, "dependency_levels")){
let data9 = data.dependency_levels;
const _errs18 = errors;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
validate67.errors = [{instancePath:instancePath+"/dependency_levels",schemaPath:"#/properties/dependency_levels/type",keyword:"type",params:{type: schema140.properties.dependency_levels.type},message:"must be object,null"}];
return false;
}
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key0 of Object.keys(data9)){
let data10 = data9[key0];
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate67.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dependency_levels/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate67.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dependency_levels/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid3 = _errs21 === errors;
if(!valid3){
break;
}
}
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate67.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}
validate67.evaluated = {"props":{"verifier":true,"time_verified":true,"resource_uri":true,"policy":true,"input_attestations":true,"verification_result":true,"policy_level":true,"dependency_levels":true},"dynamicProps":false,"dynamicItems":false};

export const vsa_v1: Validator = validate68;
const schema141 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:vsa-v1","title":"SLSA verification summary v1, the predicate","description":"What a verifier has found about an artifact, in short. Other members are allowed.","type":"object","required":["verifier","resourceUri","policy","verificationResult","verifiedLevels"],"properties":{"verifier":{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1},"version":{"type":["object","null"],"additionalProperties":{"type":"string"}}}},"resourceUri":{"type":"string","minLength":1},"policy":{"type":"object"},"inputAttestations":{"type":["array","null"],"items":{"type":"object"}},"verificationResult":{"enum":["PASSED","FAILED"]},"verifiedLevels":{"type":"array","items":{"type":"string"}},"dependencyLevels":{"type":["object","null"],"additionalProperties":{"type":"integer","minimum":0}}}};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:vsa-v1" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate68.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.resourceUri === undefined) || (!(func0.call(data, "resourceUri")))) && (missing0 = "resourceUri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verificationResult === undefined) || (!(func0.call(data, "verificationResult")))) && (missing0 = "verificationResult"))) || (((data.verifiedLevels === undefined) || (!(func0.call(data, "verifiedLevels")))) && (missing0 = "verifiedLevels"))){
validate68.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.verifier !== undefined && func0.call(data, "verifier")){
let data0 = data.verifier;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.id === undefined) || (!(func0.call(data0, "id")))) && (missing1 = "id")){
validate68.errors = [{instancePath:instancePath+"/verifier",schemaPath:"#/properties/verifier/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate68.errors = [{instancePath:instancePath+"/verifier/id",schemaPath:"#/properties/verifier/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/verifier/id",schemaPath:"#/properties/verifier/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.version !== undefined && func0.call(data0, "version")){
let data2 = data0.version;
const _errs5 = errors;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
validate68.errors = [{instancePath:instancePath+"/verifier/version",schemaPath:"#/properties/verifier/properties/version/type",keyword:"type",params:{type: schema141.properties.verifier.properties.version.type},message:"must be object,null"}];
return false;
}
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs8 = errors;
if(typeof data2[key0] !== "string"){
validate68.errors = [{instancePath:instancePath+"/verifier/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/verifier/properties/version/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/verifier",schemaPath:"#/properties/verifier/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.resourceUri !== undefined && func0.call(data, "resourceUri")){
let data4 = data.resourceUri;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data4 === "string"){
if(data4.length < 1){
validate68.errors = [{instancePath:instancePath+"/resourceUri",schemaPath:"#/properties/resourceUri/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/resourceUri",schemaPath:"#/properties/resourceUri/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined && func0.call(data, "policy")){
let data5 = data.policy;
const _errs12 = errors;
if(!(data5 && typeof data5 == "object" && !Array.isArray(data5))){
validate68.errors = [{instancePath:instancePath+"/policy",schemaPath:"#/properties/policy/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inputAttestations !== undefined && func0.call(data, "inputAttestations")){
let data6 = data.inputAttestations;
const _errs14 = errors;
if((!(Array.isArray(data6))) && (data6 !== null)){
validate68.errors = [{instancePath:instancePath+"/inputAttestations",schemaPath:"#/properties/inputAttestations/type",keyword:"type",params:{type: schema141.properties.inputAttestations.type},message:"must be array,null"}];
return false;
}
if(errors === _errs14){
if(Array.isArray(data6)){
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs16 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
validate68.errors = [{instancePath:instancePath+"/inputAttestations/" + i0,schemaPath:"#/properties/inputAttestations/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verificationResult !== undefined && func0.call(data, "verificationResult")){
let data8 = data.verificationResult;
const _errs18 = errors;
if(!((data8 === "PASSED") || (data8 === "FAILED"))){
validate68.errors = [{instancePath:instancePath+"/verificationResult",schemaPath:"#/properties/verificationResult/enum",keyword:"enum",params:{allowedValues: schema141.properties.verificationResult.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verifiedLevels !== undefined && func0.call(data, "verifiedLevels")){
let data9 = data.verifiedLevels;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid4 = true;
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
const _errs21 = errors;
if(typeof data9[i1] !== "string"){
validate68.errors = [{instancePath:instancePath+"/verifiedLevels/" + i1,schemaPath:"#/properties/verifiedLevels/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/verifiedLevels",schemaPath:"#/properties/verifiedLevels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependencyLevels !== undefined && func0.call(data, "dependencyLevels")){
let data11 = data.dependencyLevels;
const _errs23 = errors;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
validate68.errors = [{instancePath:instancePath+"/dependencyLevels",schemaPath:"#/properties/dependencyLevels/type",keyword:"type",params:{type: schema141.properties.dependencyLevels.type},message:"must be object,null"}];
return false;
}
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 of Object.keys(data11)){
let data12 = data11[key1];
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate68.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dependencyLevels/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate68.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/dependencyLevels/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs26 === errors;
if(!valid5){
break;
}
}
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate68.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}
validate68.evaluated = {"props":{"verifier":true,"resourceUri":true,"policy":true,"inputAttestations":true,"verificationResult":true,"verifiedLevels":true,"dependencyLevels":true},"dynamicProps":false,"dynamicItems":false};

export const vulns: Validator = validate69;
const schema142 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:forensic-verify:schema:vulns","title":"in-toto vulnerability scan, the predicate","description":"What a scanner has found in an artifact, with the state of its database. Other members are allowed.","type":"object","required":["scanner","metadata"],"properties":{"scanner":{"type":"object","required":["uri","result"],"properties":{"uri":{"type":"string","minLength":1},"db":{"type":["object","null"]},"result":{"type":"array","items":{"type":"object"}}}},"metadata":{"type":"object","required":["scanStartedOn","scanFinishedOn"],"properties":{"scanStartedOn":{"type":["string","null"],"maxLength":40},"scanFinishedOn":{"type":["string","null"],"maxLength":40}}}}};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="urn:forensic-verify:schema:vulns" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate69.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate69.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.scanner !== undefined && func0.call(data, "scanner")){
let data0 = data.scanner;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.uri === undefined) || (!(func0.call(data0, "uri")))) && (missing1 = "uri")) || (((data0.result === undefined) || (!(func0.call(data0, "result")))) && (missing1 = "result"))){
validate69.errors = [{instancePath:instancePath+"/scanner",schemaPath:"#/properties/scanner/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.uri !== undefined && func0.call(data0, "uri")){
let data1 = data0.uri;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate69.errors = [{instancePath:instancePath+"/scanner/uri",schemaPath:"#/properties/scanner/properties/uri/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate69.errors = [{instancePath:instancePath+"/scanner/uri",schemaPath:"#/properties/scanner/properties/uri/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.db !== undefined && func0.call(data0, "db")){
let data2 = data0.db;
const _errs5 = errors;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
validate69.errors = [{instancePath:instancePath+"/scanner/db",schemaPath:"#/properties/scanner/properties/db/type",keyword:"type",params:{type: schema142.properties.scanner.properties.db.type},message:"must be object,null"}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.result !== undefined && func0.call(data0, "result")){
let data3 = data0.result;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
var valid2 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
if(!(data4 && typeof data4 == "object" && !Array.isArray(data4))){
validate69.errors = [{instancePath:instancePath+"/scanner/result/" + i0,schemaPath:"#/properties/scanner/properties/result/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate69.errors = [{instancePath:instancePath+"/scanner/result",schemaPath:"#/properties/scanner/properties/result/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
else {
validate69.errors = [{instancePath:instancePath+"/scanner",schemaPath:"#/properties/scanner/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data5 = data.metadata;
const _errs11 = errors;
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((data5.scanStartedOn === undefined) || (!(func0.call(data5, "scanStartedOn")))) && (missing2 = "scanStartedOn")) || (((data5.scanFinishedOn === undefined) || (!(func0.call(data5, "scanFinishedOn")))) && (missing2 = "scanFinishedOn"))){
validate69.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data5.scanStartedOn !== undefined && func0.call(data5, "scanStartedOn")){
let data6 = data5.scanStartedOn;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate69.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",schemaPath:"#/properties/metadata/properties/scanStartedOn/type",keyword:"type",params:{type: schema142.properties.metadata.properties.scanStartedOn.type},message:"must be string,null"}];
return false;
}
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length > 40){
validate69.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",schemaPath:"#/properties/metadata/properties/scanStartedOn/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.scanFinishedOn !== undefined && func0.call(data5, "scanFinishedOn")){
let data7 = data5.scanFinishedOn;
const _errs15 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate69.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",schemaPath:"#/properties/metadata/properties/scanFinishedOn/type",keyword:"type",params:{type: schema142.properties.metadata.properties.scanFinishedOn.type},message:"must be string,null"}];
return false;
}
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length > 40){
validate69.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",schemaPath:"#/properties/metadata/properties/scanFinishedOn/maxLength",keyword:"maxLength",params:{limit: 40},message:"must NOT have more than 40 characters"}];
return false;
}
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate69.errors = [{instancePath:instancePath+"/metadata",schemaPath:"#/properties/metadata/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate69.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate69.errors = vErrors;
return errors === 0;
}
validate69.evaluated = {"props":{"scanner":true,"metadata":true},"dynamicProps":false,"dynamicItems":false};

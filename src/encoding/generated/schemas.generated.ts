// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const cosign_vuln: Validator = validate52;
const func0 = Object.prototype.hasOwnProperty;

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate52.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.invocation !== undefined && func0.call(data, "invocation")){
let data0 = data.invocation;
const _errs1 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
validate52.errors = [{instancePath:instancePath+"/invocation",message:"must be object,null"}];
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
validate52.errors = [{instancePath:instancePath+"/scanner",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.uri !== undefined && func0.call(data1, "uri")){
if(typeof data1.uri !== "string"){
validate52.errors = [{instancePath:instancePath+"/scanner/uri",message:"must be string"}];
return false;
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/scanner",message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/metadata",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data3.scanStartedOn !== undefined && func0.call(data3, "scanStartedOn")){
let data4 = data3.scanStartedOn;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate52.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 40){
validate52.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must NOT have more than 40 characters"}];
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
validate52.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length > 40){
validate52.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must NOT have more than 40 characters"}];
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
validate52.errors = [{instancePath:instancePath+"/metadata",message:"must be object"}];
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
validate52.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

export const cyclonedx: Validator = validate53;
const pattern3 = new RegExp("^1\\.[2-7]$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.bomFormat === undefined) || (!(func0.call(data, "bomFormat")))) && (missing0 = "bomFormat")) || (((data.specVersion === undefined) || (!(func0.call(data, "specVersion")))) && (missing0 = "specVersion"))){
validate53.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.bomFormat !== undefined && func0.call(data, "bomFormat")){
const _errs1 = errors;
if("CycloneDX" !== data.bomFormat){
validate53.errors = [{instancePath:instancePath+"/bomFormat",message:"must be equal to constant"}];
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
validate53.errors = [{instancePath:instancePath+"/specVersion",message:"must NOT have more than 3 characters"}];
return false;
}
else {
if(!pattern3.test(data1)){
validate53.errors = [{instancePath:instancePath+"/specVersion",message:"must match pattern \""+"^1\\.[2-7]$"+"\""}];
return false;
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/specVersion",message:"must be string"}];
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
validate53.errors = [{instancePath:instancePath+"/version",message:"must be integer,null"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate53.errors = [{instancePath:instancePath+"/version",message:"must be >= 1"}];
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
validate53.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.component !== undefined && func0.call(data3, "component")){
let data4 = data3.component;
const _errs8 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate53.errors = [{instancePath:instancePath+"/metadata/component",message:"must be object,null"}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.type === undefined) || (!(func0.call(data4, "type")))) && (missing1 = "type")) || (((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name"))){
validate53.errors = [{instancePath:instancePath+"/metadata/component",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.type !== undefined && func0.call(data4, "type")){
let data5 = data4.type;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate53.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate53.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must be string"}];
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
validate53.errors = [{instancePath:instancePath+"/metadata/component/name",message:"must be string"}];
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
validate53.errors = [{instancePath:instancePath+"/components",message:"must be array,null"}];
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
validate53.errors = [{instancePath:instancePath+"/components/" + i0,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data8.type !== undefined && func0.call(data8, "type")){
let data9 = data8.type;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate53.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate53.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must be string"}];
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
validate53.errors = [{instancePath:instancePath+"/components/" + i0+"/name",message:"must be string"}];
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
validate53.errors = [{instancePath:instancePath+"/components/" + i0,message:"must be object"}];
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
validate53.errors = [{instancePath:instancePath+"/vulnerabilities",message:"must be array,null"}];
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
validate53.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis",message:"must be object,null"}];
return false;
}
if(errors === _errs26){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.state !== undefined && func0.call(data13, "state")){
let data14 = data13.state;
if(!(((((((data14 === "resolved") || (data14 === "resolved_with_pedigree")) || (data14 === "exploitable")) || (data14 === "in_triage")) || (data14 === "false_positive")) || (data14 === "not_affected")) || (data14 === null))){
validate53.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis/state",message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1,message:"must be object"}];
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
validate53.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

export const link_v0_3: Validator = validate54;

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate54.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate54.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate54.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate54.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate54.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate54.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
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
validate54.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.name !== undefined && func0.call(data4, "name")){
let data5 = data4.name;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate54.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate54.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must be string"}];
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
validate54.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs16 = errors;
if(typeof data6[key0] !== "string"){
validate54.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate54.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must be object"}];
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
validate54.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must be object"}];
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
validate54.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}

export const link_v1: Validator = validate55;

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate55.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data._type !== undefined && func0.call(data, "_type")){
let data0 = data._type;
const _errs1 = errors;
if(!((data0 === "link") || (data0 === null))){
validate55.errors = [{instancePath:instancePath+"/_type",message:"must be equal to one of the allowed values"}];
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
validate55.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate55.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(typeof data2[i0] !== "string"){
validate55.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate55.errors = [{instancePath:instancePath+"/materials",message:"must be object,null"}];
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
validate55.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate55.errors = [{instancePath:instancePath+"/products",message:"must be object,null"}];
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
validate55.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate55.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

export const lockfile_signature_v1: Validator = validate56;
const pattern4 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.algorithm === undefined) || (!(func0.call(data, "algorithm")))) && (missing0 = "algorithm")) || (((data.canonicalization === undefined) || (!(func0.call(data, "canonicalization")))) && (missing0 = "canonicalization"))) || (((data.signedAt === undefined) || (!(func0.call(data, "signedAt")))) && (missing0 = "signedAt"))) || (((data.signer === undefined) || (!(func0.call(data, "signer")))) && (missing0 = "signer"))) || (((data.syntax === undefined) || (!(func0.call(data, "syntax")))) && (missing0 = "syntax"))){
validate56.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "canonicalization") || (key0 === "syntax")) || (key0 === "signer")) || (key0 === "algorithm")) || (key0 === "signedAt"))){
validate56.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.canonicalization !== undefined && func0.call(data, "canonicalization")){
const _errs2 = errors;
if("lockfile-canonical/v1" !== data.canonicalization){
validate56.errors = [{instancePath:instancePath+"/canonicalization",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.syntax !== undefined && func0.call(data, "syntax")){
let data1 = data.syntax;
const _errs3 = errors;
if(!(((data1 === "json") || (data1 === "yaml")) || (data1 === "toml"))){
validate56.errors = [{instancePath:instancePath+"/syntax",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signer !== undefined && func0.call(data, "signer")){
let data2 = data.signer;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data2 === "string"){
if(data2.length > 256){
validate56.errors = [{instancePath:instancePath+"/signer",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data2.length < 1){
validate56.errors = [{instancePath:instancePath+"/signer",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/signer",message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.algorithm !== undefined && func0.call(data, "algorithm")){
let data3 = data.algorithm;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(data3.length > 64){
validate56.errors = [{instancePath:instancePath+"/algorithm",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data3.length < 1){
validate56.errors = [{instancePath:instancePath+"/algorithm",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/algorithm",message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signedAt !== undefined && func0.call(data, "signedAt")){
let data4 = data.signedAt;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length > 40){
validate56.errors = [{instancePath:instancePath+"/signedAt",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern4.test(data4)){
validate56.errors = [{instancePath:instancePath+"/signedAt",message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""}];
return false;
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/signedAt",message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
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
validate56.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}

export const model_signing: Validator = validate57;
const pattern5 = new RegExp("^(?:[0-9a-f]{2})+$", "u");

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.serialization === undefined) || (!(func0.call(data, "serialization")))) && (missing0 = "serialization")) || (((data.resources === undefined) || (!(func0.call(data, "resources")))) && (missing0 = "resources"))){
validate57.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate57.errors = [{instancePath:instancePath+"/serialization",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.method !== undefined && func0.call(data0, "method")){
let data1 = data0.method;
const _errs3 = errors;
if(!((data1 === "files") || (data1 === "shards"))){
validate57.errors = [{instancePath:instancePath+"/serialization/method",message:"must be equal to one of the allowed values"}];
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
validate57.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate57.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must be string"}];
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
validate57.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be integer,null"}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate57.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be >= 1"}];
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
validate57.errors = [{instancePath:instancePath+"/serialization/ignore_paths",message:"must be array,null"}];
return false;
}
if(errors === _errs8){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data4[i0] !== "string"){
validate57.errors = [{instancePath:instancePath+"/serialization/ignore_paths/" + i0,message:"must be string"}];
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
validate57.errors = [{instancePath:instancePath+"/serialization",message:"must be object"}];
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
validate57.errors = [{instancePath:instancePath+"/resources",message:"must NOT have fewer than 1 items"}];
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
validate57.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.name !== undefined && func0.call(data7, "name")){
let data8 = data7.name;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must be string"}];
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
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must be string"}];
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
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern5.test(data10)){
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must match pattern \""+"^(?:[0-9a-f]{2})+$"+"\""}];
return false;
}
}
}
else {
validate57.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must be string"}];
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
validate57.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must be object"}];
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
validate57.errors = [{instancePath:instancePath+"/resources",message:"must be array"}];
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
validate57.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate57.errors = vErrors;
return errors === 0;
}

export const openvex: Validator = validate58;
const pattern6 = new RegExp("^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$", "u");

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@id"] === undefined) || (!(func0.call(data, "@id")))) && (missing0 = "@id"))) || (((data.author === undefined) || (!(func0.call(data, "author")))) && (missing0 = "author"))) || (((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp"))) || (((data.version === undefined) || (!(func0.call(data, "version")))) && (missing0 = "version"))) || (((data.statements === undefined) || (!(func0.call(data, "statements")))) && (missing0 = "statements"))){
validate58.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 40){
validate58.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern6.test(data0)){
validate58.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
}
else {
validate58.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate58.errors = [{instancePath:instancePath+"/@id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate58.errors = [{instancePath:instancePath+"/@id",message:"must be string"}];
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
validate58.errors = [{instancePath:instancePath+"/author",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate58.errors = [{instancePath:instancePath+"/author",message:"must be string"}];
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
validate58.errors = [{instancePath:instancePath+"/timestamp",message:"must be string,null"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 40){
validate58.errors = [{instancePath:instancePath+"/timestamp",message:"must NOT have more than 40 characters"}];
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
validate58.errors = [{instancePath:instancePath+"/version",message:"must be integer,string"}];
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
validate58.errors = [{instancePath:instancePath+"/statements",message:"must NOT have fewer than 1 items"}];
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
validate58.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data6.vulnerability !== undefined && func0.call(data6, "vulnerability")){
let data7 = data6.vulnerability;
const _errs15 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "string")){
validate58.errors = [{instancePath:instancePath+"/statements/" + i0+"/vulnerability",message:"must be object,string"}];
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
validate58.errors = [{instancePath:instancePath+"/statements/" + i0+"/status",message:"must be equal to one of the allowed values"}];
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
validate58.errors = [{instancePath:instancePath+"/statements/" + i0+"/products",message:"must be array,null"}];
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
validate58.errors = [{instancePath:instancePath+"/statements/" + i0+"/products/" + i1,message:"must be object,string"}];
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
validate58.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must be object"}];
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
validate58.errors = [{instancePath:instancePath+"/statements",message:"must be array"}];
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
validate58.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}

export const pinned_digest_v1: Validator = validate59;

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.attestedAt === undefined) || (!(func0.call(data, "attestedAt")))) && (missing0 = "attestedAt")) || (((data.canonicalization === undefined) || (!(func0.call(data, "canonicalization")))) && (missing0 = "canonicalization"))) || (((data.signerName === undefined) || (!(func0.call(data, "signerName")))) && (missing0 = "signerName"))) || (((data.toolCount === undefined) || (!(func0.call(data, "toolCount")))) && (missing0 = "toolCount"))){
validate59.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "canonicalization") || (key0 === "signerName")) || (key0 === "attestedAt")) || (key0 === "toolCount"))){
validate59.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.canonicalization !== undefined && func0.call(data, "canonicalization")){
const _errs2 = errors;
if("rfc8785" !== data.canonicalization){
validate59.errors = [{instancePath:instancePath+"/canonicalization",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signerName !== undefined && func0.call(data, "signerName")){
let data1 = data.signerName;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 256){
validate59.errors = [{instancePath:instancePath+"/signerName",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data1.length < 1){
validate59.errors = [{instancePath:instancePath+"/signerName",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate59.errors = [{instancePath:instancePath+"/signerName",message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attestedAt !== undefined && func0.call(data, "attestedAt")){
let data2 = data.attestedAt;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 40){
validate59.errors = [{instancePath:instancePath+"/attestedAt",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern4.test(data2)){
validate59.errors = [{instancePath:instancePath+"/attestedAt",message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""}];
return false;
}
}
}
else {
validate59.errors = [{instancePath:instancePath+"/attestedAt",message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.toolCount !== undefined && func0.call(data, "toolCount")){
let data3 = data.toolCount;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate59.errors = [{instancePath:instancePath+"/toolCount",message:"must be integer"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 1000000 || isNaN(data3)){
validate59.errors = [{instancePath:instancePath+"/toolCount",message:"must be <= 1000000"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate59.errors = [{instancePath:instancePath+"/toolCount",message:"must be >= 0"}];
return false;
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
}
}
else {
validate59.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}

export const promotion_v1: Validator = validate60;
const pattern8 = new RegExp("^[0-9A-Fa-f]{2,128}$", "u");
const pattern9 = new RegExp("^(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{80})$", "u");
const pattern10 = new RegExp("^(?:sha256:)?[0-9A-Fa-f]{64}$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.materials === undefined) || (!(func0.call(data, "materials")))) && (missing0 = "materials")) || (((data.promotion === undefined) || (!(func0.call(data, "promotion")))) && (missing0 = "promotion"))){
validate60.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.materials !== undefined && func0.call(data, "materials")){
let data0 = data.materials;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 64){
validate60.errors = [{instancePath:instancePath+"/materials",message:"must NOT have more than 64 items"}];
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
if(((((data1.role === undefined) || (!(func0.call(data1, "role")))) && (missing1 = "role")) || (((data1.algo === undefined) || (!(func0.call(data1, "algo")))) && (missing1 = "algo"))) || (((data1.digest === undefined) || (!(func0.call(data1, "digest")))) && (missing1 = "digest"))){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.role !== undefined && func0.call(data1, "role")){
let data2 = data1.role;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data2.length < 1){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must be string"}];
return false;
}
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.algo !== undefined && func0.call(data1, "algo")){
let data3 = data1.algo;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 32){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(data3.length < 1){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must be string"}];
return false;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.digest !== undefined && func0.call(data1, "digest")){
let data4 = data1.digest;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 128){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern8.test(data4)){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must match pattern \""+"^[0-9A-Fa-f]{2,128}$"+"\""}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must be string"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.uri !== undefined && func0.call(data1, "uri")){
let data5 = data1.uri;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length > 2048){
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must NOT have more than 2048 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must be string"}];
return false;
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
}
}
else {
validate60.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must be object"}];
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
validate60.errors = [{instancePath:instancePath+"/materials",message:"must be array"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.promotion !== undefined && func0.call(data, "promotion")){
let data6 = data.promotion;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((((data6.from === undefined) || (!(func0.call(data6, "from")))) && (missing2 = "from")) || (((data6.to === undefined) || (!(func0.call(data6, "to")))) && (missing2 = "to"))) || (((data6.actor === undefined) || (!(func0.call(data6, "actor")))) && (missing2 = "actor"))) || (((data6.timestamp === undefined) || (!(func0.call(data6, "timestamp")))) && (missing2 = "timestamp"))){
validate60.errors = [{instancePath:instancePath+"/promotion",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data6.from !== undefined && func0.call(data6, "from")){
let data7 = data6.from;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length > 256){
validate60.errors = [{instancePath:instancePath+"/promotion/from",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data7.length < 1){
validate60.errors = [{instancePath:instancePath+"/promotion/from",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/from",message:"must be string"}];
return false;
}
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.to !== undefined && func0.call(data6, "to")){
let data8 = data6.to;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(data8.length > 256){
validate60.errors = [{instancePath:instancePath+"/promotion/to",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data8.length < 1){
validate60.errors = [{instancePath:instancePath+"/promotion/to",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/to",message:"must be string"}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.actor !== undefined && func0.call(data6, "actor")){
let data9 = data6.actor;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(data9.length > 1024){
validate60.errors = [{instancePath:instancePath+"/promotion/actor",message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data9.length < 1){
validate60.errors = [{instancePath:instancePath+"/promotion/actor",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/actor",message:"must be string"}];
return false;
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.timestamp !== undefined && func0.call(data6, "timestamp")){
let data10 = data6.timestamp;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data10 === "string"){
if(data10.length > 64){
validate60.errors = [{instancePath:instancePath+"/promotion/timestamp",message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/timestamp",message:"must be string"}];
return false;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.pipeline !== undefined && func0.call(data6, "pipeline")){
let data11 = data6.pipeline;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(data11.length > 2048){
validate60.errors = [{instancePath:instancePath+"/promotion/pipeline",message:"must NOT have more than 2048 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/pipeline",message:"must be string"}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.ticket !== undefined && func0.call(data6, "ticket")){
let data12 = data6.ticket;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data12 === "string"){
if(data12.length > 256){
validate60.errors = [{instancePath:instancePath+"/promotion/ticket",message:"must NOT have more than 256 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/ticket",message:"must be string"}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.notes !== undefined && func0.call(data6, "notes")){
let data13 = data6.notes;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data13 === "string"){
if(data13.length > 4096){
validate60.errors = [{instancePath:instancePath+"/promotion/notes",message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion/notes",message:"must be string"}];
return false;
}
}
var valid3 = _errs27 === errors;
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
}
else {
validate60.errors = [{instancePath:instancePath+"/promotion",message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rekor !== undefined && func0.call(data, "rekor")){
let data14 = data.rekor;
const _errs29 = errors;
if(errors === _errs29){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing3;
if(((((data14.uuid === undefined) || (!(func0.call(data14, "uuid")))) && (missing3 = "uuid")) || (((data14.logIndex === undefined) || (!(func0.call(data14, "logIndex")))) && (missing3 = "logIndex"))) || (((data14.inclusionProof === undefined) || (!(func0.call(data14, "inclusionProof")))) && (missing3 = "inclusionProof"))){
validate60.errors = [{instancePath:instancePath+"/rekor",message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data14.uuid !== undefined && func0.call(data14, "uuid")){
let data15 = data14.uuid;
const _errs31 = errors;
if(errors === _errs31){
if(typeof data15 === "string"){
if(data15.length > 80){
validate60.errors = [{instancePath:instancePath+"/rekor/uuid",message:"must NOT have more than 80 characters"}];
return false;
}
else {
if(!pattern9.test(data15)){
validate60.errors = [{instancePath:instancePath+"/rekor/uuid",message:"must match pattern \""+"^(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{80})$"+"\""}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/rekor/uuid",message:"must be string"}];
return false;
}
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.logIndex !== undefined && func0.call(data14, "logIndex")){
let data16 = data14.logIndex;
const _errs33 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate60.errors = [{instancePath:instancePath+"/rekor/logIndex",message:"must be integer"}];
return false;
}
if(errors === _errs33){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate60.errors = [{instancePath:instancePath+"/rekor/logIndex",message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.body !== undefined && func0.call(data14, "body")){
const _errs35 = errors;
if(typeof data14.body !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/body",message:"must be string"}];
return false;
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data14.inclusionProof !== undefined && func0.call(data14, "inclusionProof")){
let data18 = data14.inclusionProof;
const _errs37 = errors;
if(errors === _errs37){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing4;
if((((((data18.rootHash === undefined) || (!(func0.call(data18, "rootHash")))) && (missing4 = "rootHash")) || (((data18.hashes === undefined) || (!(func0.call(data18, "hashes")))) && (missing4 = "hashes"))) || (((data18.treeSize === undefined) || (!(func0.call(data18, "treeSize")))) && (missing4 = "treeSize"))) || (((data18.checkpoint === undefined) || (!(func0.call(data18, "checkpoint")))) && (missing4 = "checkpoint"))){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data18.logIndex !== undefined && func0.call(data18, "logIndex")){
let data19 = data18.logIndex;
const _errs39 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/logIndex",message:"must be integer"}];
return false;
}
if(errors === _errs39){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/logIndex",message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs39 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.rootHash !== undefined && func0.call(data18, "rootHash")){
const _errs41 = errors;
if(typeof data18.rootHash !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/rootHash",message:"must be string"}];
return false;
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.hashes !== undefined && func0.call(data18, "hashes")){
let data21 = data18.hashes;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data21)){
if(data21.length > 64){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes",message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid6 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
const _errs45 = errors;
if(typeof data21[i1] !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes/" + i1,message:"must be string"}];
return false;
}
var valid6 = _errs45 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes",message:"must be array"}];
return false;
}
}
var valid5 = _errs43 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.treeSize !== undefined && func0.call(data18, "treeSize")){
let data23 = data18.treeSize;
const _errs47 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/treeSize",message:"must be integer"}];
return false;
}
if(errors === _errs47){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 1 || isNaN(data23)){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/treeSize",message:"must be >= 1"}];
return false;
}
}
}
var valid5 = _errs47 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.checkpoint !== undefined && func0.call(data18, "checkpoint")){
let data24 = data18.checkpoint;
const _errs49 = errors;
if(errors === _errs49){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing5;
if((((((data24.origin === undefined) || (!(func0.call(data24, "origin")))) && (missing5 = "origin")) || (((data24.size === undefined) || (!(func0.call(data24, "size")))) && (missing5 = "size"))) || (((data24.hash === undefined) || (!(func0.call(data24, "hash")))) && (missing5 = "hash"))) || (((data24.signedNote === undefined) || (!(func0.call(data24, "signedNote")))) && (missing5 = "signedNote"))){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
if(data24.origin !== undefined && func0.call(data24, "origin")){
const _errs51 = errors;
if(typeof data24.origin !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/origin",message:"must be string"}];
return false;
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data24.size !== undefined && func0.call(data24, "size")){
let data26 = data24.size;
const _errs53 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/size",message:"must be integer"}];
return false;
}
if(errors === _errs53){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/size",message:"must be >= 1"}];
return false;
}
}
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data24.hash !== undefined && func0.call(data24, "hash")){
const _errs55 = errors;
if(typeof data24.hash !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/hash",message:"must be string"}];
return false;
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data24.signedNote !== undefined && func0.call(data24, "signedNote")){
const _errs57 = errors;
if(typeof data24.signedNote !== "string"){
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/signedNote",message:"must be string"}];
return false;
}
var valid7 = _errs57 === errors;
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
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint",message:"must be object"}];
return false;
}
}
var valid5 = _errs49 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/rekor/inclusionProof",message:"must be object"}];
return false;
}
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/rekor",message:"must be object"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attestation !== undefined && func0.call(data, "attestation")){
let data29 = data.attestation;
const _errs59 = errors;
if(errors === _errs59){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
if(data29.bundle_sha256 !== undefined && func0.call(data29, "bundle_sha256")){
let data30 = data29.bundle_sha256;
const _errs61 = errors;
if(errors === _errs61){
if(typeof data30 === "string"){
if(data30.length > 71){
validate60.errors = [{instancePath:instancePath+"/attestation/bundle_sha256",message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(!pattern10.test(data30)){
validate60.errors = [{instancePath:instancePath+"/attestation/bundle_sha256",message:"must match pattern \""+"^(?:sha256:)?[0-9A-Fa-f]{64}$"+"\""}];
return false;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/attestation/bundle_sha256",message:"must be string"}];
return false;
}
}
var valid8 = _errs61 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data29.witness !== undefined && func0.call(data29, "witness")){
const _errs63 = errors;
if(typeof data29.witness !== "string"){
validate60.errors = [{instancePath:instancePath+"/attestation/witness",message:"must be string"}];
return false;
}
var valid8 = _errs63 === errors;
}
else {
var valid8 = true;
}
}
}
else {
validate60.errors = [{instancePath:instancePath+"/attestation",message:"must be object"}];
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
else {
validate60.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}

export const release: Validator = validate61;
const pattern11 = new RegExp("^pkg:[A-Za-z][A-Za-z0-9.+-]*/", "u");

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.purl === undefined) || (!(func0.call(data, "purl")))) && (missing0 = "purl")){
validate61.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.purl !== undefined && func0.call(data, "purl")){
let data0 = data.purl;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 2048){
validate61.errors = [{instancePath:instancePath+"/purl",message:"must NOT have more than 2048 characters"}];
return false;
}
else {
if(!pattern11.test(data0)){
validate61.errors = [{instancePath:instancePath+"/purl",message:"must match pattern \""+"^pkg:[A-Za-z][A-Za-z0-9.+-]*/"+"\""}];
return false;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/purl",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate61.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}

export const scai: Validator = validate62;

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.attributes === undefined) || (!(func0.call(data, "attributes")))) && (missing0 = "attributes")){
validate62.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data0 = data.attributes;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length < 1){
validate62.errors = [{instancePath:instancePath+"/attributes",message:"must NOT have fewer than 1 items"}];
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
validate62.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.attribute !== undefined && func0.call(data1, "attribute")){
let data2 = data1.attribute;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate62.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate62.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate62.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must be object"}];
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
validate62.errors = [{instancePath:instancePath+"/attributes",message:"must be array"}];
return false;
}
}
}
}
}
else {
validate62.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v0_2: Validator = validate63;

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate64.errors = [{instancePath,message:"must be object,null"}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
const _errs2 = errors;
if(typeof data[key0] !== "string"){
validate64.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
if(!valid0){
break;
}
}
}
}
validate64.errors = vErrors;
return errors === 0;
}

const pattern12 = new RegExp("^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$", "u");

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
validate66.errors = [{instancePath,message:"must be string,null"}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 30){
validate66.errors = [{instancePath,message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern12.test(data)){
validate66.errors = [{instancePath,message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
validate66.errors = vErrors;
return errors === 0;
}


function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")) || (((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType"))){
validate63.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate63.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate63.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate63.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate63.errors = [{instancePath:instancePath+"/invocation",message:"must be object,null"}];
return false;
}
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.configSource !== undefined && func0.call(data3, "configSource")){
let data4 = data3.configSource;
const _errs9 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate63.errors = [{instancePath:instancePath+"/invocation/configSource",message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.uri !== undefined && func0.call(data4, "uri")){
let data5 = data4.uri;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate63.errors = [{instancePath:instancePath+"/invocation/configSource/uri",message:"must be string,null"}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.digest !== undefined && func0.call(data4, "digest")){
const _errs13 = errors;
if(!(validate64(data4.digest, {instancePath:instancePath+"/invocation/configSource/digest",parentData:data4,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data4.entryPoint !== undefined && func0.call(data4, "entryPoint")){
let data7 = data4.entryPoint;
const _errs14 = errors;
if((typeof data7 !== "string") && (data7 !== null)){
validate63.errors = [{instancePath:instancePath+"/invocation/configSource/entryPoint",message:"must be string,null"}];
return false;
}
var valid3 = _errs14 === errors;
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
let data8 = data3.parameters;
const _errs16 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate63.errors = [{instancePath:instancePath+"/invocation/parameters",message:"must be object,null"}];
return false;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.environment !== undefined && func0.call(data3, "environment")){
let data9 = data3.environment;
const _errs18 = errors;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
validate63.errors = [{instancePath:instancePath+"/invocation/environment",message:"must be object,null"}];
return false;
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
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.buildConfig !== undefined && func0.call(data, "buildConfig")){
let data10 = data.buildConfig;
const _errs20 = errors;
if((!(data10 && typeof data10 == "object" && !Array.isArray(data10))) && (data10 !== null)){
validate63.errors = [{instancePath:instancePath+"/buildConfig",message:"must be object,null"}];
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metadata !== undefined && func0.call(data, "metadata")){
let data11 = data.metadata;
const _errs22 = errors;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs22){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.buildInvocationId !== undefined && func0.call(data11, "buildInvocationId")){
let data12 = data11.buildInvocationId;
const _errs24 = errors;
if((typeof data12 !== "string") && (data12 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/buildInvocationId",message:"must be string,null"}];
return false;
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.buildInvocationID !== undefined && func0.call(data11, "buildInvocationID")){
let data13 = data11.buildInvocationID;
const _errs26 = errors;
if((typeof data13 !== "string") && (data13 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/buildInvocationID",message:"must be string,null"}];
return false;
}
var valid4 = _errs26 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.buildStartedOn !== undefined && func0.call(data11, "buildStartedOn")){
const _errs28 = errors;
if(!(validate66(data11.buildStartedOn, {instancePath:instancePath+"/metadata/buildStartedOn",parentData:data11,parentDataProperty:"buildStartedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.buildFinishedOn !== undefined && func0.call(data11, "buildFinishedOn")){
const _errs29 = errors;
if(!(validate66(data11.buildFinishedOn, {instancePath:instancePath+"/metadata/buildFinishedOn",parentData:data11,parentDataProperty:"buildFinishedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.completeness !== undefined && func0.call(data11, "completeness")){
let data16 = data11.completeness;
const _errs30 = errors;
if((!(data16 && typeof data16 == "object" && !Array.isArray(data16))) && (data16 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/completeness",message:"must be object,null"}];
return false;
}
if(errors === _errs30){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.parameters !== undefined && func0.call(data16, "parameters")){
let data17 = data16.parameters;
const _errs32 = errors;
if((typeof data17 !== "boolean") && (data17 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/completeness/parameters",message:"must be boolean,null"}];
return false;
}
var valid5 = _errs32 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data16.environment !== undefined && func0.call(data16, "environment")){
let data18 = data16.environment;
const _errs34 = errors;
if((typeof data18 !== "boolean") && (data18 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/completeness/environment",message:"must be boolean,null"}];
return false;
}
var valid5 = _errs34 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data16.materials !== undefined && func0.call(data16, "materials")){
let data19 = data16.materials;
const _errs36 = errors;
if((typeof data19 !== "boolean") && (data19 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/completeness/materials",message:"must be boolean,null"}];
return false;
}
var valid5 = _errs36 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data11.reproducible !== undefined && func0.call(data11, "reproducible")){
let data20 = data11.reproducible;
const _errs38 = errors;
if((typeof data20 !== "boolean") && (data20 !== null)){
validate63.errors = [{instancePath:instancePath+"/metadata/reproducible",message:"must be boolean,null"}];
return false;
}
var valid4 = _errs38 === errors;
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
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined && func0.call(data, "materials")){
let data21 = data.materials;
const _errs40 = errors;
if((!(Array.isArray(data21))) && (data21 !== null)){
validate63.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
return false;
}
if(errors === _errs40){
if(Array.isArray(data21)){
var valid6 = true;
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
let data22 = data21[i0];
const _errs42 = errors;
if(errors === _errs42){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.uri !== undefined && func0.call(data22, "uri")){
let data23 = data22.uri;
const _errs44 = errors;
if((typeof data23 !== "string") && (data23 !== null)){
validate63.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must be string,null"}];
return false;
}
var valid7 = _errs44 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.digest !== undefined && func0.call(data22, "digest")){
const _errs46 = errors;
if(!(validate64(data22.digest, {instancePath:instancePath+"/materials/" + i0+"/digest",parentData:data22,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must be object"}];
return false;
}
}
var valid6 = _errs42 === errors;
if(!valid6){
break;
}
}
}
}
var valid0 = _errs40 === errors;
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
validate63.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate63.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v1: Validator = validate70;

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.uri === undefined) || (!(func0.call(data, "uri")))) && (missing0 = "uri")){
const err0 = {instancePath,message:"must have required property '"+missing0+"'"};
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
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if(((data.digest === undefined) || (!(func0.call(data, "digest")))) && (missing1 = "digest")){
const err1 = {instancePath,message:"must have required property '"+missing1+"'"};
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
valid0 = valid0 || _valid0;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.content === undefined) || (!(func0.call(data, "content")))) && (missing2 = "content")){
const err2 = {instancePath,message:"must have required property '"+missing2+"'"};
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
valid0 = valid0 || _valid0;
if(!valid0){
const err3 = {instancePath,message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate73.errors = vErrors;
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
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs5 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate73.errors = [{instancePath:instancePath+"/name",message:"must be string,null"}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.uri !== undefined && func0.call(data, "uri")){
let data1 = data.uri;
const _errs7 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate73.errors = [{instancePath:instancePath+"/uri",message:"must be string,null"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.digest !== undefined && func0.call(data, "digest")){
let data2 = data.digest;
const _errs9 = errors;
if((!(data2 && typeof data2 == "object" && !Array.isArray(data2))) && (data2 !== null)){
validate73.errors = [{instancePath:instancePath+"/digest",message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs12 = errors;
if(typeof data2[key0] !== "string"){
validate73.errors = [{instancePath:instancePath+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid2 = _errs12 === errors;
if(!valid2){
break;
}
}
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.content !== undefined && func0.call(data, "content")){
let data4 = data.content;
const _errs14 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate73.errors = [{instancePath:instancePath+"/content",message:"must be string,null"}];
return false;
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.downloadLocation !== undefined && func0.call(data, "downloadLocation")){
let data5 = data.downloadLocation;
const _errs16 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate73.errors = [{instancePath:instancePath+"/downloadLocation",message:"must be string,null"}];
return false;
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.mediaType !== undefined && func0.call(data, "mediaType")){
let data6 = data.mediaType;
const _errs18 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate73.errors = [{instancePath:instancePath+"/mediaType",message:"must be string,null"}];
return false;
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.annotations !== undefined && func0.call(data, "annotations")){
let data7 = data.annotations;
const _errs20 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
validate73.errors = [{instancePath:instancePath+"/annotations",message:"must be object,null"}];
return false;
}
var valid1 = _errs20 === errors;
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
}
else {
validate73.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((!(Array.isArray(data))) && (data !== null)){
validate72.errors = [{instancePath,message:"must be array,null"}];
return false;
}
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate73(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
validate72.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType")) || (((data.externalParameters === undefined) || (!(func0.call(data, "externalParameters")))) && (missing0 = "externalParameters"))){
validate71.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildType !== undefined && func0.call(data, "buildType")){
let data0 = data.buildType;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate71.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate71.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate71.errors = [{instancePath:instancePath+"/externalParameters",message:"must be object"}];
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
validate71.errors = [{instancePath:instancePath+"/internalParameters",message:"must be object,null"}];
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
if(!(validate72(data.resolvedDependencies, {instancePath:instancePath+"/resolvedDependencies",parentData:data,parentDataProperty:"resolvedDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
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
validate71.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate71.errors = vErrors;
return errors === 0;
}


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
validate79.errors = [{instancePath,message:"must be string,null"}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 30){
validate79.errors = [{instancePath,message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern12.test(data)){
validate79.errors = [{instancePath,message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
validate79.errors = vErrors;
return errors === 0;
}


function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")){
validate77.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate77.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate77.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate77.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
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
if(!(validate72(data0.builderDependencies, {instancePath:instancePath+"/builder/builderDependencies",parentData:data0,parentDataProperty:"builderDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
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
validate77.errors = [{instancePath:instancePath+"/builder/version",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs9 = errors;
if(typeof data3[key0] !== "string"){
validate77.errors = [{instancePath:instancePath+"/builder/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate77.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate77.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.invocationId !== undefined && func0.call(data5, "invocationId")){
let data6 = data5.invocationId;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate77.errors = [{instancePath:instancePath+"/metadata/invocationId",message:"must be string,null"}];
return false;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.startedOn !== undefined && func0.call(data5, "startedOn")){
const _errs15 = errors;
if(!(validate79(data5.startedOn, {instancePath:instancePath+"/metadata/startedOn",parentData:data5,parentDataProperty:"startedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid3 = _errs15 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.finishedOn !== undefined && func0.call(data5, "finishedOn")){
const _errs16 = errors;
if(!(validate79(data5.finishedOn, {instancePath:instancePath+"/metadata/finishedOn",parentData:data5,parentDataProperty:"finishedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid3 = _errs16 === errors;
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
const _errs17 = errors;
if(!(validate72(data.byproducts, {instancePath:instancePath+"/byproducts",parentData:data,parentDataProperty:"byproducts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
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
else {
validate77.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate77.errors = vErrors;
return errors === 0;
}


function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildDefinition === undefined) || (!(func0.call(data, "buildDefinition")))) && (missing0 = "buildDefinition")) || (((data.runDetails === undefined) || (!(func0.call(data, "runDetails")))) && (missing0 = "runDetails"))){
validate70.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildDefinition !== undefined && func0.call(data, "buildDefinition")){
const _errs1 = errors;
if(!(validate71(data.buildDefinition, {instancePath:instancePath+"/buildDefinition",parentData:data,parentDataProperty:"buildDefinition",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
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
if(!(validate77(data.runDetails, {instancePath:instancePath+"/runDetails",parentData:data,parentDataProperty:"runDetails",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
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
validate70.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate70.errors = vErrors;
return errors === 0;
}

export const spdx_v2: Validator = validate84;
const pattern14 = new RegExp("^SPDX-2\\.[23]$", "u");

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.spdxVersion === undefined) || (!(func0.call(data, "spdxVersion")))) && (missing0 = "spdxVersion")) || (((data.SPDXID === undefined) || (!(func0.call(data, "SPDXID")))) && (missing0 = "SPDXID"))) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.dataLicense === undefined) || (!(func0.call(data, "dataLicense")))) && (missing0 = "dataLicense"))) || (((data.documentNamespace === undefined) || (!(func0.call(data, "documentNamespace")))) && (missing0 = "documentNamespace"))) || (((data.creationInfo === undefined) || (!(func0.call(data, "creationInfo")))) && (missing0 = "creationInfo"))){
validate84.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.spdxVersion !== undefined && func0.call(data, "spdxVersion")){
let data0 = data.spdxVersion;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 8){
validate84.errors = [{instancePath:instancePath+"/spdxVersion",message:"must NOT have more than 8 characters"}];
return false;
}
else {
if(!pattern14.test(data0)){
validate84.errors = [{instancePath:instancePath+"/spdxVersion",message:"must match pattern \""+"^SPDX-2\\.[23]$"+"\""}];
return false;
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/spdxVersion",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/SPDXID",message:"must be equal to constant"}];
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
validate84.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/dataLicense",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/documentNamespace",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate84.errors = [{instancePath:instancePath+"/documentNamespace",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/creationInfo",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.created !== undefined && func0.call(data5, "created")){
let data6 = data5.created;
const _errs12 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate84.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must be string,null"}];
return false;
}
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length > 40){
validate84.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must NOT have more than 40 characters"}];
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
validate84.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data7[i0] !== "string"){
validate84.errors = [{instancePath:instancePath+"/creationInfo/creators/" + i0,message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must be array"}];
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
validate84.errors = [{instancePath:instancePath+"/creationInfo",message:"must be object"}];
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
validate84.errors = [{instancePath:instancePath+"/packages",message:"must be array,null"}];
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
validate84.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.SPDXID !== undefined && func0.call(data10, "SPDXID")){
let data11 = data10.SPDXID;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data11 === "string"){
if(data11.length < 1){
validate84.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate84.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/packages/" + i1+"/name",message:"must be string"}];
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
validate84.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must be object"}];
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
validate84.errors = [{instancePath:instancePath+"/files",message:"must be array,null"}];
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
validate84.errors = [{instancePath:instancePath+"/files/" + i2,message:"must be object"}];
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
validate84.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate84.errors = vErrors;
return errors === 0;
}

export const spdx_v3: Validator = validate85;
const pattern15 = new RegExp("^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$", "u");

function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@graph"] === undefined) || (!(func0.call(data, "@graph")))) && (missing0 = "@graph"))){
validate85.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64){
validate85.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(!pattern15.test(data0)){
validate85.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"+"\""}];
return false;
}
}
}
else {
validate85.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate85.errors = [{instancePath:instancePath+"/@graph",message:"must NOT have fewer than 1 items"}];
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
validate85.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.type !== undefined && func0.call(data2, "type")){
let data3 = data2.type;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate85.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate85.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate85.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must be object"}];
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
validate85.errors = [{instancePath:instancePath+"/@graph",message:"must be array"}];
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
validate85.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate85.errors = vErrors;
return errors === 0;
}

export const svr_v0_2: Validator = validate86;

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.timeCreated === undefined) || (!(func0.call(data, "timeCreated")))) && (missing0 = "timeCreated"))) || (((data.properties === undefined) || (!(func0.call(data, "properties")))) && (missing0 = "properties"))){
validate86.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.verifier !== undefined && func0.call(data, "verifier")){
let data0 = data.verifier;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if((((data0.id === undefined) || (!(func0.call(data0, "id")))) && (missing1 = "id")) || (((data0.policies === undefined) || (!(func0.call(data0, "policies")))) && (missing1 = "policies"))){
validate86.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate86.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate86.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.policies !== undefined && func0.call(data0, "policies")){
let data2 = data0.policies;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid2 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
validate86.errors = [{instancePath:instancePath+"/verifier/policies/" + i0,message:"must be object"}];
return false;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/verifier/policies",message:"must be array"}];
return false;
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
validate86.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeCreated !== undefined && func0.call(data, "timeCreated")){
let data4 = data.timeCreated;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length < 1){
validate86.errors = [{instancePath:instancePath+"/timeCreated",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate86.errors = [{instancePath:instancePath+"/timeCreated",message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.properties !== undefined && func0.call(data, "properties")){
let data5 = data.properties;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
var valid3 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
const _errs13 = errors;
if(typeof data5[i1] !== "string"){
validate86.errors = [{instancePath:instancePath+"/properties/" + i1,message:"must be string"}];
return false;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/properties",message:"must be array"}];
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
else {
validate86.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate86.errors = vErrors;
return errors === 0;
}

export const test_result: Validator = validate87;

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.result === undefined) || (!(func0.call(data, "result")))) && (missing0 = "result")) || (((data.configuration === undefined) || (!(func0.call(data, "configuration")))) && (missing0 = "configuration"))){
validate87.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.result !== undefined && func0.call(data, "result")){
let data0 = data.result;
const _errs1 = errors;
if(!(((data0 === "PASSED") || (data0 === "WARNED")) || (data0 === "FAILED"))){
validate87.errors = [{instancePath:instancePath+"/result",message:"must be equal to one of the allowed values"}];
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
validate87.errors = [{instancePath:instancePath+"/configuration/" + i0,message:"must be object"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate87.errors = [{instancePath:instancePath+"/configuration",message:"must be array"}];
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
validate87.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate87.errors = vErrors;
return errors === 0;
}

export const vsa_v0_2: Validator = validate88;

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.time_verified === undefined) || (!(func0.call(data, "time_verified")))) && (missing0 = "time_verified"))) || (((data.resource_uri === undefined) || (!(func0.call(data, "resource_uri")))) && (missing0 = "resource_uri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verification_result === undefined) || (!(func0.call(data, "verification_result")))) && (missing0 = "verification_result"))) || (((data.policy_level === undefined) || (!(func0.call(data, "policy_level")))) && (missing0 = "policy_level"))){
validate88.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate88.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate88.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate88.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate88.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate88.errors = [{instancePath:instancePath+"/time_verified",message:"must be string,null"}];
return false;
}
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 40){
validate88.errors = [{instancePath:instancePath+"/time_verified",message:"must NOT have more than 40 characters"}];
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
validate88.errors = [{instancePath:instancePath+"/resource_uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate88.errors = [{instancePath:instancePath+"/resource_uri",message:"must be string"}];
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
validate88.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate88.errors = [{instancePath:instancePath+"/input_attestations",message:"must be array,null"}];
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
validate88.errors = [{instancePath:instancePath+"/input_attestations/" + i0,message:"must be object"}];
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
validate88.errors = [{instancePath:instancePath+"/verification_result",message:"must be equal to one of the allowed values"}];
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
validate88.errors = [{instancePath:instancePath+"/policy_level",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate88.errors = [{instancePath:instancePath+"/policy_level",message:"must be string"}];
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
validate88.errors = [{instancePath:instancePath+"/dependency_levels",message:"must be object,null"}];
return false;
}
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key0 of Object.keys(data9)){
let data10 = data9[key0];
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate88.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate88.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate88.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate88.errors = vErrors;
return errors === 0;
}

export const vsa_v1: Validator = validate89;

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.resourceUri === undefined) || (!(func0.call(data, "resourceUri")))) && (missing0 = "resourceUri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verificationResult === undefined) || (!(func0.call(data, "verificationResult")))) && (missing0 = "verificationResult"))) || (((data.verifiedLevels === undefined) || (!(func0.call(data, "verifiedLevels")))) && (missing0 = "verifiedLevels"))){
validate89.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate89.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate89.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate89.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
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
validate89.errors = [{instancePath:instancePath+"/verifier/version",message:"must be object,null"}];
return false;
}
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs8 = errors;
if(typeof data2[key0] !== "string"){
validate89.errors = [{instancePath:instancePath+"/verifier/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate89.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate89.errors = [{instancePath:instancePath+"/resourceUri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate89.errors = [{instancePath:instancePath+"/resourceUri",message:"must be string"}];
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
validate89.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate89.errors = [{instancePath:instancePath+"/inputAttestations",message:"must be array,null"}];
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
validate89.errors = [{instancePath:instancePath+"/inputAttestations/" + i0,message:"must be object"}];
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
validate89.errors = [{instancePath:instancePath+"/verificationResult",message:"must be equal to one of the allowed values"}];
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
validate89.errors = [{instancePath:instancePath+"/verifiedLevels/" + i1,message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate89.errors = [{instancePath:instancePath+"/verifiedLevels",message:"must be array"}];
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
validate89.errors = [{instancePath:instancePath+"/dependencyLevels",message:"must be object,null"}];
return false;
}
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 of Object.keys(data11)){
let data12 = data11[key1];
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate89.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate89.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate89.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate89.errors = vErrors;
return errors === 0;
}

export const vulns: Validator = validate90;

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate90.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate90.errors = [{instancePath:instancePath+"/scanner",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.uri !== undefined && func0.call(data0, "uri")){
let data1 = data0.uri;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate90.errors = [{instancePath:instancePath+"/scanner/uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate90.errors = [{instancePath:instancePath+"/scanner/uri",message:"must be string"}];
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
validate90.errors = [{instancePath:instancePath+"/scanner/db",message:"must be object,null"}];
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
validate90.errors = [{instancePath:instancePath+"/scanner/result/" + i0,message:"must be object"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/scanner/result",message:"must be array"}];
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
validate90.errors = [{instancePath:instancePath+"/scanner",message:"must be object"}];
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
validate90.errors = [{instancePath:instancePath+"/metadata",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data5.scanStartedOn !== undefined && func0.call(data5, "scanStartedOn")){
let data6 = data5.scanStartedOn;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate90.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length > 40){
validate90.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must NOT have more than 40 characters"}];
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
validate90.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length > 40){
validate90.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must NOT have more than 40 characters"}];
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
validate90.errors = [{instancePath:instancePath+"/metadata",message:"must be object"}];
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
validate90.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate90.errors = vErrors;
return errors === 0;
}

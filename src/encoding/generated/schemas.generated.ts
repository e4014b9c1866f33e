// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const cosign_vuln: Validator = validate20;
const func0 = Object.prototype.hasOwnProperty;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate20.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.invocation !== undefined && func0.call(data, "invocation")){
let data0 = data.invocation;
const _errs1 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
validate20.errors = [{instancePath:instancePath+"/invocation",message:"must be object,null"}];
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
validate20.errors = [{instancePath:instancePath+"/scanner",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.uri !== undefined && func0.call(data1, "uri")){
if(typeof data1.uri !== "string"){
validate20.errors = [{instancePath:instancePath+"/scanner/uri",message:"must be string"}];
return false;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/scanner",message:"must be object"}];
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
validate20.errors = [{instancePath:instancePath+"/metadata",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data3.scanStartedOn !== undefined && func0.call(data3, "scanStartedOn")){
let data4 = data3.scanStartedOn;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate20.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 40){
validate20.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must NOT have more than 40 characters"}];
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
validate20.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length > 40){
validate20.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must NOT have more than 40 characters"}];
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
validate20.errors = [{instancePath:instancePath+"/metadata",message:"must be object"}];
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
validate20.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}

export const cyclonedx: Validator = validate21;
const pattern4 = new RegExp("^1\\.[2-7]$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.bomFormat === undefined) || (!(func0.call(data, "bomFormat")))) && (missing0 = "bomFormat")) || (((data.specVersion === undefined) || (!(func0.call(data, "specVersion")))) && (missing0 = "specVersion"))){
validate21.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.bomFormat !== undefined && func0.call(data, "bomFormat")){
const _errs1 = errors;
if("CycloneDX" !== data.bomFormat){
validate21.errors = [{instancePath:instancePath+"/bomFormat",message:"must be equal to constant"}];
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
validate21.errors = [{instancePath:instancePath+"/specVersion",message:"must NOT have more than 3 characters"}];
return false;
}
else {
if(!pattern4.test(data1)){
validate21.errors = [{instancePath:instancePath+"/specVersion",message:"must match pattern \""+"^1\\.[2-7]$"+"\""}];
return false;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/specVersion",message:"must be string"}];
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
validate21.errors = [{instancePath:instancePath+"/version",message:"must be integer,null"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate21.errors = [{instancePath:instancePath+"/version",message:"must be >= 1"}];
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
validate21.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.component !== undefined && func0.call(data3, "component")){
let data4 = data3.component;
const _errs8 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate21.errors = [{instancePath:instancePath+"/metadata/component",message:"must be object,null"}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.type === undefined) || (!(func0.call(data4, "type")))) && (missing1 = "type")) || (((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name"))){
validate21.errors = [{instancePath:instancePath+"/metadata/component",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.type !== undefined && func0.call(data4, "type")){
let data5 = data4.type;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate21.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must be string"}];
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
validate21.errors = [{instancePath:instancePath+"/metadata/component/name",message:"must be string"}];
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
validate21.errors = [{instancePath:instancePath+"/components",message:"must be array,null"}];
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
validate21.errors = [{instancePath:instancePath+"/components/" + i0,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data8.type !== undefined && func0.call(data8, "type")){
let data9 = data8.type;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate21.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must be string"}];
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
validate21.errors = [{instancePath:instancePath+"/components/" + i0+"/name",message:"must be string"}];
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
validate21.errors = [{instancePath:instancePath+"/components/" + i0,message:"must be object"}];
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
validate21.errors = [{instancePath:instancePath+"/vulnerabilities",message:"must be array,null"}];
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
validate21.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis",message:"must be object,null"}];
return false;
}
if(errors === _errs26){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.state !== undefined && func0.call(data13, "state")){
let data14 = data13.state;
if(!(((((((data14 === "resolved") || (data14 === "resolved_with_pedigree")) || (data14 === "exploitable")) || (data14 === "in_triage")) || (data14 === "false_positive")) || (data14 === "not_affected")) || (data14 === null))){
validate21.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis/state",message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1,message:"must be object"}];
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
validate21.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}

export const link_v0_3: Validator = validate22;

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate22.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate22.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate22.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate22.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate22.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
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
validate22.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.name !== undefined && func0.call(data4, "name")){
let data5 = data4.name;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate22.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must be string"}];
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
validate22.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs16 = errors;
if(typeof data6[key0] !== "string"){
validate22.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate22.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must be object"}];
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
validate22.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must be object"}];
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
validate22.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

export const link_v1: Validator = validate23;

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate23.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data._type !== undefined && func0.call(data, "_type")){
let data0 = data._type;
const _errs1 = errors;
if(!((data0 === "link") || (data0 === null))){
validate23.errors = [{instancePath:instancePath+"/_type",message:"must be equal to one of the allowed values"}];
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
validate23.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate23.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate23.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(typeof data2[i0] !== "string"){
validate23.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate23.errors = [{instancePath:instancePath+"/materials",message:"must be object,null"}];
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
validate23.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate23.errors = [{instancePath:instancePath+"/products",message:"must be object,null"}];
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
validate23.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate23.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}

export const model_signing: Validator = validate24;
const pattern5 = new RegExp("^(?:[0-9a-f]{2})+$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.serialization === undefined) || (!(func0.call(data, "serialization")))) && (missing0 = "serialization")) || (((data.resources === undefined) || (!(func0.call(data, "resources")))) && (missing0 = "resources"))){
validate24.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate24.errors = [{instancePath:instancePath+"/serialization",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.method !== undefined && func0.call(data0, "method")){
let data1 = data0.method;
const _errs3 = errors;
if(!((data1 === "files") || (data1 === "shards"))){
validate24.errors = [{instancePath:instancePath+"/serialization/method",message:"must be equal to one of the allowed values"}];
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
validate24.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must be string"}];
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
validate24.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be integer,null"}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate24.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be >= 1"}];
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
validate24.errors = [{instancePath:instancePath+"/serialization/ignore_paths",message:"must be array,null"}];
return false;
}
if(errors === _errs8){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data4[i0] !== "string"){
validate24.errors = [{instancePath:instancePath+"/serialization/ignore_paths/" + i0,message:"must be string"}];
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
validate24.errors = [{instancePath:instancePath+"/serialization",message:"must be object"}];
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
validate24.errors = [{instancePath:instancePath+"/resources",message:"must NOT have fewer than 1 items"}];
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
validate24.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.name !== undefined && func0.call(data7, "name")){
let data8 = data7.name;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must be string"}];
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
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must be string"}];
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
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern5.test(data10)){
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must match pattern \""+"^(?:[0-9a-f]{2})+$"+"\""}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must be string"}];
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
validate24.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must be object"}];
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
validate24.errors = [{instancePath:instancePath+"/resources",message:"must be array"}];
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
validate24.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

export const openvex: Validator = validate25;
const pattern6 = new RegExp("^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@id"] === undefined) || (!(func0.call(data, "@id")))) && (missing0 = "@id"))) || (((data.author === undefined) || (!(func0.call(data, "author")))) && (missing0 = "author"))) || (((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp"))) || (((data.version === undefined) || (!(func0.call(data, "version")))) && (missing0 = "version"))) || (((data.statements === undefined) || (!(func0.call(data, "statements")))) && (missing0 = "statements"))){
validate25.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 40){
validate25.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern6.test(data0)){
validate25.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
}
else {
validate25.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate25.errors = [{instancePath:instancePath+"/@id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/@id",message:"must be string"}];
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
validate25.errors = [{instancePath:instancePath+"/author",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/author",message:"must be string"}];
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
validate25.errors = [{instancePath:instancePath+"/timestamp",message:"must be string,null"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 40){
validate25.errors = [{instancePath:instancePath+"/timestamp",message:"must NOT have more than 40 characters"}];
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
validate25.errors = [{instancePath:instancePath+"/version",message:"must be integer,string"}];
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
validate25.errors = [{instancePath:instancePath+"/statements",message:"must NOT have fewer than 1 items"}];
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
validate25.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data6.vulnerability !== undefined && func0.call(data6, "vulnerability")){
let data7 = data6.vulnerability;
const _errs15 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "string")){
validate25.errors = [{instancePath:instancePath+"/statements/" + i0+"/vulnerability",message:"must be object,string"}];
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
validate25.errors = [{instancePath:instancePath+"/statements/" + i0+"/status",message:"must be equal to one of the allowed values"}];
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
validate25.errors = [{instancePath:instancePath+"/statements/" + i0+"/products",message:"must be array,null"}];
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
validate25.errors = [{instancePath:instancePath+"/statements/" + i0+"/products/" + i1,message:"must be object,string"}];
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
validate25.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must be object"}];
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
validate25.errors = [{instancePath:instancePath+"/statements",message:"must be array"}];
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
validate25.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}

export const release: Validator = validate26;
const pattern7 = new RegExp("^pkg:[A-Za-z][A-Za-z0-9.+-]*/", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.purl === undefined) || (!(func0.call(data, "purl")))) && (missing0 = "purl")){
validate26.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.purl !== undefined && func0.call(data, "purl")){
let data0 = data.purl;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 2048){
validate26.errors = [{instancePath:instancePath+"/purl",message:"must NOT have more than 2048 characters"}];
return false;
}
else {
if(!pattern7.test(data0)){
validate26.errors = [{instancePath:instancePath+"/purl",message:"must match pattern \""+"^pkg:[A-Za-z][A-Za-z0-9.+-]*/"+"\""}];
return false;
}
}
}
else {
validate26.errors = [{instancePath:instancePath+"/purl",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate26.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate26.errors = vErrors;
return errors === 0;
}

export const scai: Validator = validate27;

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.attributes === undefined) || (!(func0.call(data, "attributes")))) && (missing0 = "attributes")){
validate27.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data0 = data.attributes;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length < 1){
validate27.errors = [{instancePath:instancePath+"/attributes",message:"must NOT have fewer than 1 items"}];
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
validate27.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.attribute !== undefined && func0.call(data1, "attribute")){
let data2 = data1.attribute;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate27.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate27.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate27.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must be object"}];
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
validate27.errors = [{instancePath:instancePath+"/attributes",message:"must be array"}];
return false;
}
}
}
}
}
else {
validate27.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate27.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v0_2: Validator = validate28;
const pattern8 = new RegExp("^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$", "u");

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")) || (((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType"))){
validate28.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate28.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate28.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate28.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate28.errors = [{instancePath:instancePath+"/invocation",message:"must be object,null"}];
return false;
}
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.configSource !== undefined && func0.call(data3, "configSource")){
let data4 = data3.configSource;
const _errs9 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate28.errors = [{instancePath:instancePath+"/invocation/configSource",message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.uri !== undefined && func0.call(data4, "uri")){
let data5 = data4.uri;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate28.errors = [{instancePath:instancePath+"/invocation/configSource/uri",message:"must be string,null"}];
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
validate28.errors = [{instancePath:instancePath+"/invocation/configSource/digest",message:"must be object,null"}];
return false;
}
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 of Object.keys(data6)){
const _errs17 = errors;
if(typeof data6[key0] !== "string"){
validate28.errors = [{instancePath:instancePath+"/invocation/configSource/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate28.errors = [{instancePath:instancePath+"/invocation/configSource/entryPoint",message:"must be string,null"}];
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
validate28.errors = [{instancePath:instancePath+"/invocation/parameters",message:"must be object,null"}];
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
validate28.errors = [{instancePath:instancePath+"/invocation/environment",message:"must be object,null"}];
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
validate28.errors = [{instancePath:instancePath+"/buildConfig",message:"must be object,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs27){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.buildInvocationId !== undefined && func0.call(data12, "buildInvocationId")){
let data13 = data12.buildInvocationId;
const _errs29 = errors;
if((typeof data13 !== "string") && (data13 !== null)){
validate28.errors = [{instancePath:instancePath+"/metadata/buildInvocationId",message:"must be string,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/buildInvocationID",message:"must be string,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs34){
if(typeof data15 === "string"){
if(data15.length > 30){
validate28.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern8.test(data15)){
validate28.errors = [{instancePath:instancePath+"/metadata/buildStartedOn",message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs37){
if(typeof data16 === "string"){
if(data16.length > 30){
validate28.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern8.test(data16)){
validate28.errors = [{instancePath:instancePath+"/metadata/buildFinishedOn",message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/completeness",message:"must be object,null"}];
return false;
}
if(errors === _errs39){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(data17.parameters !== undefined && func0.call(data17, "parameters")){
let data18 = data17.parameters;
const _errs41 = errors;
if((typeof data18 !== "boolean") && (data18 !== null)){
validate28.errors = [{instancePath:instancePath+"/metadata/completeness/parameters",message:"must be boolean,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/completeness/environment",message:"must be boolean,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/completeness/materials",message:"must be boolean,null"}];
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
validate28.errors = [{instancePath:instancePath+"/metadata/reproducible",message:"must be boolean,null"}];
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
validate28.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
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
validate28.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must be string,null"}];
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
validate28.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must be object,null"}];
return false;
}
if(errors === _errs56){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key1 of Object.keys(data25)){
const _errs59 = errors;
if(typeof data25[key1] !== "string"){
validate28.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate28.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must be object"}];
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
validate28.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v1: Validator = validate29;

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((!(Array.isArray(data))) && (data !== null)){
validate31.errors = [{instancePath,message:"must be array,null"}];
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
const err0 = {instancePath:instancePath+"/" + i0,message:"must have required property '"+missing0+"'"};
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
const err1 = {instancePath:instancePath+"/" + i0,message:"must have required property '"+missing1+"'"};
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
const err2 = {instancePath:instancePath+"/" + i0,message:"must have required property '"+missing2+"'"};
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
const err3 = {instancePath:instancePath+"/" + i0,message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate31.errors = vErrors;
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/name",message:"must be string,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/uri",message:"must be string,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/digest",message:"must be object,null"}];
return false;
}
if(errors === _errs12){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs15 = errors;
if(typeof data3[key0] !== "string"){
validate31.errors = [{instancePath:instancePath+"/" + i0+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/content",message:"must be string,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/downloadLocation",message:"must be string,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/mediaType",message:"must be string,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0+"/annotations",message:"must be object,null"}];
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
validate31.errors = [{instancePath:instancePath+"/" + i0,message:"must be object"}];
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
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType")) || (((data.externalParameters === undefined) || (!(func0.call(data, "externalParameters")))) && (missing0 = "externalParameters"))){
validate30.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildType !== undefined && func0.call(data, "buildType")){
let data0 = data.buildType;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate30.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate30.errors = [{instancePath:instancePath+"/externalParameters",message:"must be object"}];
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
validate30.errors = [{instancePath:instancePath+"/internalParameters",message:"must be object,null"}];
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
if(!(validate31(data.resolvedDependencies, {instancePath:instancePath+"/resolvedDependencies",parentData:data,parentDataProperty:"resolvedDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
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
validate30.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")){
validate34.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate34.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate34.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate34.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
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
if(!(validate31(data0.builderDependencies, {instancePath:instancePath+"/builder/builderDependencies",parentData:data0,parentDataProperty:"builderDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
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
validate34.errors = [{instancePath:instancePath+"/builder/version",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs9 = errors;
if(typeof data3[key0] !== "string"){
validate34.errors = [{instancePath:instancePath+"/builder/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate34.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate34.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.invocationId !== undefined && func0.call(data5, "invocationId")){
let data6 = data5.invocationId;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate34.errors = [{instancePath:instancePath+"/metadata/invocationId",message:"must be string,null"}];
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
validate34.errors = [{instancePath:instancePath+"/metadata/startedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs16){
if(typeof data7 === "string"){
if(data7.length > 30){
validate34.errors = [{instancePath:instancePath+"/metadata/startedOn",message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern8.test(data7)){
validate34.errors = [{instancePath:instancePath+"/metadata/startedOn",message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
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
validate34.errors = [{instancePath:instancePath+"/metadata/finishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs19){
if(typeof data8 === "string"){
if(data8.length > 30){
validate34.errors = [{instancePath:instancePath+"/metadata/finishedOn",message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern8.test(data8)){
validate34.errors = [{instancePath:instancePath+"/metadata/finishedOn",message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
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
if(!(validate31(data.byproducts, {instancePath:instancePath+"/byproducts",parentData:data,parentDataProperty:"byproducts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
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
validate34.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate34.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildDefinition === undefined) || (!(func0.call(data, "buildDefinition")))) && (missing0 = "buildDefinition")) || (((data.runDetails === undefined) || (!(func0.call(data, "runDetails")))) && (missing0 = "runDetails"))){
validate29.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildDefinition !== undefined && func0.call(data, "buildDefinition")){
const _errs1 = errors;
if(!(validate30(data.buildDefinition, {instancePath:instancePath+"/buildDefinition",parentData:data,parentDataProperty:"buildDefinition",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
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
if(!(validate34(data.runDetails, {instancePath:instancePath+"/runDetails",parentData:data,parentDataProperty:"runDetails",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
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
validate29.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate29.errors = vErrors;
return errors === 0;
}

export const spdx_v2: Validator = validate38;
const pattern12 = new RegExp("^SPDX-2\\.[23]$", "u");

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.spdxVersion === undefined) || (!(func0.call(data, "spdxVersion")))) && (missing0 = "spdxVersion")) || (((data.SPDXID === undefined) || (!(func0.call(data, "SPDXID")))) && (missing0 = "SPDXID"))) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.dataLicense === undefined) || (!(func0.call(data, "dataLicense")))) && (missing0 = "dataLicense"))) || (((data.documentNamespace === undefined) || (!(func0.call(data, "documentNamespace")))) && (missing0 = "documentNamespace"))) || (((data.creationInfo === undefined) || (!(func0.call(data, "creationInfo")))) && (missing0 = "creationInfo"))){
validate38.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.spdxVersion !== undefined && func0.call(data, "spdxVersion")){
let data0 = data.spdxVersion;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 8){
validate38.errors = [{instancePath:instancePath+"/spdxVersion",message:"must NOT have more than 8 characters"}];
return false;
}
else {
if(!pattern12.test(data0)){
validate38.errors = [{instancePath:instancePath+"/spdxVersion",message:"must match pattern \""+"^SPDX-2\\.[23]$"+"\""}];
return false;
}
}
}
else {
validate38.errors = [{instancePath:instancePath+"/spdxVersion",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/SPDXID",message:"must be equal to constant"}];
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
validate38.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/dataLicense",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/documentNamespace",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/documentNamespace",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/creationInfo",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.created !== undefined && func0.call(data5, "created")){
let data6 = data5.created;
const _errs12 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate38.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must be string,null"}];
return false;
}
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length > 40){
validate38.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must NOT have more than 40 characters"}];
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
validate38.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data7[i0] !== "string"){
validate38.errors = [{instancePath:instancePath+"/creationInfo/creators/" + i0,message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must be array"}];
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
validate38.errors = [{instancePath:instancePath+"/creationInfo",message:"must be object"}];
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
validate38.errors = [{instancePath:instancePath+"/packages",message:"must be array,null"}];
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
validate38.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.SPDXID !== undefined && func0.call(data10, "SPDXID")){
let data11 = data10.SPDXID;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data11 === "string"){
if(data11.length < 1){
validate38.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate38.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/packages/" + i1+"/name",message:"must be string"}];
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
validate38.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must be object"}];
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
validate38.errors = [{instancePath:instancePath+"/files",message:"must be array,null"}];
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
validate38.errors = [{instancePath:instancePath+"/files/" + i2,message:"must be object"}];
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
validate38.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate38.errors = vErrors;
return errors === 0;
}

export const spdx_v3: Validator = validate39;
const pattern13 = new RegExp("^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$", "u");

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@graph"] === undefined) || (!(func0.call(data, "@graph")))) && (missing0 = "@graph"))){
validate39.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64){
validate39.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(!pattern13.test(data0)){
validate39.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"+"\""}];
return false;
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate39.errors = [{instancePath:instancePath+"/@graph",message:"must NOT have fewer than 1 items"}];
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
validate39.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.type !== undefined && func0.call(data2, "type")){
let data3 = data2.type;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate39.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate39.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate39.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must be object"}];
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
validate39.errors = [{instancePath:instancePath+"/@graph",message:"must be array"}];
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
validate39.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}

export const test_result: Validator = validate40;

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.result === undefined) || (!(func0.call(data, "result")))) && (missing0 = "result")) || (((data.configuration === undefined) || (!(func0.call(data, "configuration")))) && (missing0 = "configuration"))){
validate40.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.result !== undefined && func0.call(data, "result")){
let data0 = data.result;
const _errs1 = errors;
if(!(((data0 === "PASSED") || (data0 === "WARNED")) || (data0 === "FAILED"))){
validate40.errors = [{instancePath:instancePath+"/result",message:"must be equal to one of the allowed values"}];
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
validate40.errors = [{instancePath:instancePath+"/configuration/" + i0,message:"must be object"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate40.errors = [{instancePath:instancePath+"/configuration",message:"must be array"}];
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
validate40.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate40.errors = vErrors;
return errors === 0;
}

export const vsa_v0_2: Validator = validate41;

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.time_verified === undefined) || (!(func0.call(data, "time_verified")))) && (missing0 = "time_verified"))) || (((data.resource_uri === undefined) || (!(func0.call(data, "resource_uri")))) && (missing0 = "resource_uri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verification_result === undefined) || (!(func0.call(data, "verification_result")))) && (missing0 = "verification_result"))) || (((data.policy_level === undefined) || (!(func0.call(data, "policy_level")))) && (missing0 = "policy_level"))){
validate41.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate41.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate41.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate41.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate41.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate41.errors = [{instancePath:instancePath+"/time_verified",message:"must be string,null"}];
return false;
}
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 40){
validate41.errors = [{instancePath:instancePath+"/time_verified",message:"must NOT have more than 40 characters"}];
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
validate41.errors = [{instancePath:instancePath+"/resource_uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate41.errors = [{instancePath:instancePath+"/resource_uri",message:"must be string"}];
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
validate41.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate41.errors = [{instancePath:instancePath+"/input_attestations",message:"must be array,null"}];
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
validate41.errors = [{instancePath:instancePath+"/input_attestations/" + i0,message:"must be object"}];
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
validate41.errors = [{instancePath:instancePath+"/verification_result",message:"must be equal to one of the allowed values"}];
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
validate41.errors = [{instancePath:instancePath+"/policy_level",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate41.errors = [{instancePath:instancePath+"/policy_level",message:"must be string"}];
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
validate41.errors = [{instancePath:instancePath+"/dependency_levels",message:"must be object,null"}];
return false;
}
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key0 of Object.keys(data9)){
let data10 = data9[key0];
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate41.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate41.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate41.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate41.errors = vErrors;
return errors === 0;
}

export const vsa_v1: Validator = validate42;

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.resourceUri === undefined) || (!(func0.call(data, "resourceUri")))) && (missing0 = "resourceUri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verificationResult === undefined) || (!(func0.call(data, "verificationResult")))) && (missing0 = "verificationResult"))) || (((data.verifiedLevels === undefined) || (!(func0.call(data, "verifiedLevels")))) && (missing0 = "verifiedLevels"))){
validate42.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate42.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate42.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
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
validate42.errors = [{instancePath:instancePath+"/verifier/version",message:"must be object,null"}];
return false;
}
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs8 = errors;
if(typeof data2[key0] !== "string"){
validate42.errors = [{instancePath:instancePath+"/verifier/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate42.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate42.errors = [{instancePath:instancePath+"/resourceUri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/resourceUri",message:"must be string"}];
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
validate42.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate42.errors = [{instancePath:instancePath+"/inputAttestations",message:"must be array,null"}];
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
validate42.errors = [{instancePath:instancePath+"/inputAttestations/" + i0,message:"must be object"}];
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
validate42.errors = [{instancePath:instancePath+"/verificationResult",message:"must be equal to one of the allowed values"}];
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
validate42.errors = [{instancePath:instancePath+"/verifiedLevels/" + i1,message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/verifiedLevels",message:"must be array"}];
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
validate42.errors = [{instancePath:instancePath+"/dependencyLevels",message:"must be object,null"}];
return false;
}
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 of Object.keys(data11)){
let data12 = data11[key1];
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate42.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate42.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate42.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate42.errors = vErrors;
return errors === 0;
}

export const vulns: Validator = validate43;

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate43.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate43.errors = [{instancePath:instancePath+"/scanner",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.uri !== undefined && func0.call(data0, "uri")){
let data1 = data0.uri;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate43.errors = [{instancePath:instancePath+"/scanner/uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate43.errors = [{instancePath:instancePath+"/scanner/uri",message:"must be string"}];
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
validate43.errors = [{instancePath:instancePath+"/scanner/db",message:"must be object,null"}];
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
validate43.errors = [{instancePath:instancePath+"/scanner/result/" + i0,message:"must be object"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate43.errors = [{instancePath:instancePath+"/scanner/result",message:"must be array"}];
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
validate43.errors = [{instancePath:instancePath+"/scanner",message:"must be object"}];
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
validate43.errors = [{instancePath:instancePath+"/metadata",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data5.scanStartedOn !== undefined && func0.call(data5, "scanStartedOn")){
let data6 = data5.scanStartedOn;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate43.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length > 40){
validate43.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must NOT have more than 40 characters"}];
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
validate43.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length > 40){
validate43.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must NOT have more than 40 characters"}];
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
validate43.errors = [{instancePath:instancePath+"/metadata",message:"must be object"}];
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
validate43.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}

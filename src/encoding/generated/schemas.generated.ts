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

export const custody_event_v1: Validator = validate53;

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1024){
validate54.errors = [{instancePath,message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data.length < 1){
validate54.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate54.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}

const pattern3 = new RegExp("^[0-9a-f]{64}$", "u");

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64){
validate57.errors = [{instancePath,message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data.length < 64){
validate57.errors = [{instancePath,message:"must NOT have fewer than 64 characters"}];
return false;
}
else {
if(!pattern3.test(data)){
validate57.errors = [{instancePath,message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate57.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate57.errors = vErrors;
return errors === 0;
}

const pattern4 = new RegExp("^[0-9a-f]{96}$", "u");
const pattern5 = new RegExp("^[0-9a-f]{128}$", "u");
const pattern6 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern7 = new RegExp("^[0-9a-f]{32}$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
validate56.errors = [{instancePath,message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "sha256") || (key0 === "sha384")) || (key0 === "sha512")) || (key0 === "sha1")) || (key0 === "md5"))){
validate56.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.sha256 !== undefined && func0.call(data, "sha256")){
const _errs2 = errors;
if(!(validate57(data.sha256, {instancePath:instancePath+"/sha256",parentData:data,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha384 !== undefined && func0.call(data, "sha384")){
let data1 = data.sha384;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length > 96){
validate56.errors = [{instancePath:instancePath+"/sha384",message:"must NOT have more than 96 characters"}];
return false;
}
else {
if(data1.length < 96){
validate56.errors = [{instancePath:instancePath+"/sha384",message:"must NOT have fewer than 96 characters"}];
return false;
}
else {
if(!pattern4.test(data1)){
validate56.errors = [{instancePath:instancePath+"/sha384",message:"must match pattern \""+"^[0-9a-f]{96}$"+"\""}];
return false;
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/sha384",message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha512 !== undefined && func0.call(data, "sha512")){
let data2 = data.sha512;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 128){
validate56.errors = [{instancePath:instancePath+"/sha512",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(data2.length < 128){
validate56.errors = [{instancePath:instancePath+"/sha512",message:"must NOT have fewer than 128 characters"}];
return false;
}
else {
if(!pattern5.test(data2)){
validate56.errors = [{instancePath:instancePath+"/sha512",message:"must match pattern \""+"^[0-9a-f]{128}$"+"\""}];
return false;
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/sha512",message:"must be string"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sha1 !== undefined && func0.call(data, "sha1")){
let data3 = data.sha1;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 40){
validate56.errors = [{instancePath:instancePath+"/sha1",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(data3.length < 40){
validate56.errors = [{instancePath:instancePath+"/sha1",message:"must NOT have fewer than 40 characters"}];
return false;
}
else {
if(!pattern6.test(data3)){
validate56.errors = [{instancePath:instancePath+"/sha1",message:"must match pattern \""+"^[0-9a-f]{40}$"+"\""}];
return false;
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/sha1",message:"must be string"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.md5 !== undefined && func0.call(data, "md5")){
let data4 = data.md5;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data4 === "string"){
if(data4.length > 32){
validate56.errors = [{instancePath:instancePath+"/md5",message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(data4.length < 32){
validate56.errors = [{instancePath:instancePath+"/md5",message:"must NOT have fewer than 32 characters"}];
return false;
}
else {
if(!pattern7.test(data4)){
validate56.errors = [{instancePath:instancePath+"/md5",message:"must match pattern \""+"^[0-9a-f]{32}$"+"\""}];
return false;
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/md5",message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
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

const pattern8 = new RegExp("^[!-*,-~]+$", "u");

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 255){
validate61.errors = [{instancePath,message:"must NOT have more than 255 characters"}];
return false;
}
else {
if(data.length < 1){
validate61.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern8.test(data)){
validate61.errors = [{instancePath,message:"must match pattern \""+"^[!-*,-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate61.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 71){
validate63.errors = [{instancePath,message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(data.length < 71){
validate63.errors = [{instancePath,message:"must NOT have fewer than 71 characters"}];
return false;
}
else {
if(!pattern9.test(data)){
validate63.errors = [{instancePath,message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate63.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate63.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64){
validate65.errors = [{instancePath,message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate65.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 35){
validate67.errors = [{instancePath,message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data.length < 20){
validate67.errors = [{instancePath,message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate67.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 24){
validate72.errors = [{instancePath,message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern10.test(data)){
validate72.errors = [{instancePath,message:"must match pattern \""+"^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate72.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}

const pattern11 = new RegExp("^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 24){
validate74.errors = [{instancePath,message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern11.test(data)){
validate74.errors = [{instancePath,message:"must match pattern \""+"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate74.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate74.errors = vErrors;
return errors === 0;
}


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((((data === "custodian") || (data === "examiner")) || (data === "investigator")) || (data === "authority")) || (data === "system"))){
validate79.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate79.errors = vErrors;
return errors === 0;
}


function validate85(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate85.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "name") || (key0 === "before")) || (key0 === "after")) || (key0 === "change")) || (key0 === "from")) || (key0 === "justification"))){
validate85.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined && func0.call(data, "name")){
const _errs2 = errors;
if(!(validate54(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.before !== undefined && func0.call(data, "before")){
const _errs3 = errors;
if(!(validate56(data.before, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined && func0.call(data, "after")){
const _errs4 = errors;
if(!(validate56(data.after, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.change !== undefined && func0.call(data, "change")){
let data3 = data.change;
const _errs5 = errors;
if(!((((data3 === "none") || (data3 === "copied")) || (data3 === "derived")) || (data3 === "altered"))){
validate85.errors = [{instancePath:instancePath+"/change",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined && func0.call(data, "from")){
const _errs6 = errors;
if(!(validate54(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.justification !== undefined && func0.call(data, "justification")){
const _errs7 = errors;
if(!(validate54(data.justification, {instancePath:instancePath+"/justification",parentData:data,parentDataProperty:"justification",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
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


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1048576){
validate97.errors = [{instancePath,message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data.length < 4){
validate97.errors = [{instancePath,message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate97.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate97.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.line === undefined) || (!(func0.call(data, "line")))) && (missing0 = "line")){
validate94.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "line") || (key0 === "origin")) || (key0 === "index")) || (key0 === "envelope")) || (key0 === "proof")) || (key0 === "note"))){
validate94.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.line !== undefined && func0.call(data, "line")){
const _errs2 = errors;
if(!(validate63(data.line, {instancePath:instancePath+"/line",parentData:data,parentDataProperty:"line",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.origin !== undefined && func0.call(data, "origin")){
const _errs3 = errors;
if(!(validate61(data.origin, {instancePath:instancePath+"/origin",parentData:data,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.index !== undefined && func0.call(data, "index")){
let data2 = data.index;
const _errs4 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate94.errors = [{instancePath:instancePath+"/index",message:"must be integer"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4000000 || isNaN(data2)){
validate94.errors = [{instancePath:instancePath+"/index",message:"must be <= 4000000"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate94.errors = [{instancePath:instancePath+"/index",message:"must be >= 0"}];
return false;
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
if(data.envelope !== undefined && func0.call(data, "envelope")){
const _errs6 = errors;
if(!(validate97(data.envelope, {instancePath:instancePath+"/envelope",parentData:data,parentDataProperty:"envelope",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proof !== undefined && func0.call(data, "proof")){
let data4 = data.proof;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data4)){
if(data4.length > 64){
validate94.errors = [{instancePath:instancePath+"/proof",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data4.length < 0){
validate94.errors = [{instancePath:instancePath+"/proof",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs9 = errors;
if(errors === _errs9){
if(typeof data5 === "string"){
if(data5.length > 44){
validate94.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must NOT have more than 44 characters"}];
return false;
}
else {
if(data5.length < 44){
validate94.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must NOT have fewer than 44 characters"}];
return false;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must be string"}];
return false;
}
}
var valid1 = _errs9 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/proof",message:"must be array"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.note !== undefined && func0.call(data, "note")){
let data6 = data.note;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data6 === "string"){
if(data6.length > 262144){
validate94.errors = [{instancePath:instancePath+"/note",message:"must NOT have more than 262144 characters"}];
return false;
}
}
else {
validate94.errors = [{instancePath:instancePath+"/note",message:"must be string"}];
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
validate94.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate94.errors = vErrors;
return errors === 0;
}


function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "action") || (key0 === "id")) || (key0 === "publicKey")) || (key0 === "roles")) || (key0 === "validUntil")) || (key0 === "keyid")) || (key0 === "since"))){
validate102.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.action !== undefined && func0.call(data, "action")){
let data0 = data.action;
const _errs2 = errors;
if(!(((data0 === "introduce") || (data0 === "retire")) || (data0 === "compromised"))){
validate102.errors = [{instancePath:instancePath+"/action",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined && func0.call(data, "id")){
const _errs3 = errors;
if(!(validate54(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.publicKey !== undefined && func0.call(data, "publicKey")){
const _errs4 = errors;
if(!(validate97(data.publicKey, {instancePath:instancePath+"/publicKey",parentData:data,parentDataProperty:"publicKey",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.roles !== undefined && func0.call(data, "roles")){
let data3 = data.roles;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data3)){
if(data3.length > 5){
validate102.errors = [{instancePath:instancePath+"/roles",message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data3.length < 1){
validate102.errors = [{instancePath:instancePath+"/roles",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate79(data3[i0], {instancePath:instancePath+"/roles/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate102.errors = [{instancePath:instancePath+"/roles",message:"must be array"}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validUntil !== undefined && func0.call(data, "validUntil")){
const _errs8 = errors;
if(!(validate67(data.validUntil, {instancePath:instancePath+"/validUntil",parentData:data,parentDataProperty:"validUntil",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.keyid !== undefined && func0.call(data, "keyid")){
const _errs9 = errors;
if(!(validate57(data.keyid, {instancePath:instancePath+"/keyid",parentData:data,parentDataProperty:"keyid",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.since !== undefined && func0.call(data, "since")){
const _errs10 = errors;
if(!(validate67(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
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
validate102.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate102.errors = vErrors;
return errors === 0;
}


function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "roles") || (key0 === "dualControl")) || (key0 === "distinctActors")) || (key0 === "maxSilence")) || (key0 === "fixityEvery")) || (key0 === "quorum"))){
validate110.errors = [{instancePath,message:"must NOT have additional properties"}];
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
validate110.errors = [{instancePath:instancePath+"/roles",message:"must NOT have additional properties"}];
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
validate110.errors = [{instancePath:instancePath+"/roles/custodian",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data1.length < 0){
validate110.errors = [{instancePath:instancePath+"/roles/custodian",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate65(data1[i0], {instancePath:instancePath+"/roles/custodian/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
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
validate110.errors = [{instancePath:instancePath+"/roles/custodian",message:"must be array"}];
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
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
if(data3.length > 64){
validate110.errors = [{instancePath:instancePath+"/roles/examiner",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data3.length < 0){
validate110.errors = [{instancePath:instancePath+"/roles/examiner",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
const _errs10 = errors;
if(!(validate65(data3[i1], {instancePath:instancePath+"/roles/examiner/" + i1,parentData:data3,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/roles/examiner",message:"must be array"}];
return false;
}
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.investigator !== undefined && func0.call(data0, "investigator")){
let data5 = data0.investigator;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
if(data5.length > 64){
validate110.errors = [{instancePath:instancePath+"/roles/investigator",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 0){
validate110.errors = [{instancePath:instancePath+"/roles/investigator",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
const _errs13 = errors;
if(!(validate65(data5[i2], {instancePath:instancePath+"/roles/investigator/" + i2,parentData:data5,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/roles/investigator",message:"must be array"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.authority !== undefined && func0.call(data0, "authority")){
let data7 = data0.authority;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data7)){
if(data7.length > 64){
validate110.errors = [{instancePath:instancePath+"/roles/authority",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data7.length < 0){
validate110.errors = [{instancePath:instancePath+"/roles/authority",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid5 = true;
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
const _errs16 = errors;
if(!(validate65(data7[i3], {instancePath:instancePath+"/roles/authority/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid5 = _errs16 === errors;
if(!valid5){
break;
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/roles/authority",message:"must be array"}];
return false;
}
}
var valid1 = _errs14 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.system !== undefined && func0.call(data0, "system")){
let data9 = data0.system;
const _errs17 = errors;
if(errors === _errs17){
if(Array.isArray(data9)){
if(data9.length > 64){
validate110.errors = [{instancePath:instancePath+"/roles/system",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data9.length < 0){
validate110.errors = [{instancePath:instancePath+"/roles/system",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid6 = true;
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
const _errs19 = errors;
if(!(validate65(data9[i4], {instancePath:instancePath+"/roles/system/" + i4,parentData:data9,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid6 = _errs19 === errors;
if(!valid6){
break;
}
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/roles/system",message:"must be array"}];
return false;
}
}
var valid1 = _errs17 === errors;
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
validate110.errors = [{instancePath:instancePath+"/roles",message:"must be object"}];
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
const _errs20 = errors;
if(errors === _errs20){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 64){
validate110.errors = [{instancePath:instancePath+"/dualControl",message:"must NOT have more than 64 properties"}];
return false;
}
else {
for(const key2 of Object.keys(data11)){
let data12 = data11[key2];
const _errs23 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate110.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs23){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 32 || isNaN(data12)){
validate110.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be <= 32"}];
return false;
}
else {
if(data12 < 1 || isNaN(data12)){
validate110.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 1"}];
return false;
}
}
}
}
var valid7 = _errs23 === errors;
if(!valid7){
break;
}
}
}
}
else {
validate110.errors = [{instancePath:instancePath+"/dualControl",message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.distinctActors !== undefined && func0.call(data, "distinctActors")){
const _errs25 = errors;
if(typeof data.distinctActors !== "boolean"){
validate110.errors = [{instancePath:instancePath+"/distinctActors",message:"must be boolean"}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxSilence !== undefined && func0.call(data, "maxSilence")){
const _errs27 = errors;
if(!(validate74(data.maxSilence, {instancePath:instancePath+"/maxSilence",parentData:data,parentDataProperty:"maxSilence",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fixityEvery !== undefined && func0.call(data, "fixityEvery")){
const _errs28 = errors;
if(!(validate74(data.fixityEvery, {instancePath:instancePath+"/fixityEvery",parentData:data,parentDataProperty:"fixityEvery",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quorum !== undefined && func0.call(data, "quorum")){
let data16 = data.quorum;
const _errs29 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate110.errors = [{instancePath:instancePath+"/quorum",message:"must be integer"}];
return false;
}
if(errors === _errs29){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 64 || isNaN(data16)){
validate110.errors = [{instancePath:instancePath+"/quorum",message:"must be <= 64"}];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate110.errors = [{instancePath:instancePath+"/quorum",message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs29 === errors;
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
validate110.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate110.errors = vErrors;
return errors === 0;
}


function validate119(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 8192){
validate119.errors = [{instancePath,message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(data.length < 1){
validate119.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate119.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate119.errors = vErrors;
return errors === 0;
}


function validate126(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) || (!(func0.call(data, "kind")))) && (missing0 = "kind")){
validate126.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "kind") || (key0 === "note")) || (key0 === "data")) || (key0 === "timestamps")) || (key0 === "bundles"))){
validate126.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined && func0.call(data, "kind")){
let data0 = data.kind;
const _errs2 = errors;
if(!((data0 === "checkpoint") || (data0 === "outside"))){
validate126.errors = [{instancePath:instancePath+"/kind",message:"must be equal to one of the allowed values"}];
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
validate126.errors = [{instancePath:instancePath+"/note",message:"must NOT have more than 262144 characters"}];
return false;
}
else {
if(data1.length < 1){
validate126.errors = [{instancePath:instancePath+"/note",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/note",message:"must be string"}];
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
const _errs5 = errors;
if(!(validate97(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timestamps !== undefined && func0.call(data, "timestamps")){
let data3 = data.timestamps;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
if(data3.length > 32){
validate126.errors = [{instancePath:instancePath+"/timestamps",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data3.length < 1){
validate126.errors = [{instancePath:instancePath+"/timestamps",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate97(data3[i0], {instancePath:instancePath+"/timestamps/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/timestamps",message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bundles !== undefined && func0.call(data, "bundles")){
let data5 = data.bundles;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data5)){
if(data5.length > 32){
validate126.errors = [{instancePath:instancePath+"/bundles",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data5.length < 1){
validate126.errors = [{instancePath:instancePath+"/bundles",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs11 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
validate126.errors = [{instancePath:instancePath+"/bundles/" + i1,message:"must be object"}];
return false;
}
var valid2 = _errs11 === errors;
if(!valid2){
break;
}
}
}
}
}
else {
validate126.errors = [{instancePath:instancePath+"/bundles",message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
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
validate126.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate126.errors = vErrors;
return errors === 0;
}


function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data._type === undefined) || (!(func0.call(data, "_type")))) && (missing0 = "_type")) || (((data.subject === undefined) || (!(func0.call(data, "subject")))) && (missing0 = "subject"))) || (((data.predicateType === undefined) || (!(func0.call(data, "predicateType")))) && (missing0 = "predicateType"))) || (((data.predicate === undefined) || (!(func0.call(data, "predicate")))) && (missing0 = "predicate"))){
validate53.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "_type") || (key0 === "subject")) || (key0 === "predicateType")) || (key0 === "predicate"))){
validate53.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data._type !== undefined && func0.call(data, "_type")){
const _errs2 = errors;
if("https://in-toto.io/Statement/v1" !== data._type){
validate53.errors = [{instancePath:instancePath+"/_type",message:"must be equal to constant"}];
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
validate53.errors = [{instancePath:instancePath+"/subject",message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data1.length < 1){
validate53.errors = [{instancePath:instancePath+"/subject",message:"must NOT have fewer than 1 items"}];
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
validate53.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 of Object.keys(data2)){
if(!((key1 === "name") || (key1 === "digest"))){
validate53.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data2.name !== undefined && func0.call(data2, "name")){
const _errs8 = errors;
if(!(validate54(data2.name, {instancePath:instancePath+"/subject/" + i0+"/name",parentData:data2,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.digest !== undefined && func0.call(data2, "digest")){
const _errs9 = errors;
if(!(validate56(data2.digest, {instancePath:instancePath+"/subject/" + i0+"/digest",parentData:data2,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must be object"}];
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
validate53.errors = [{instancePath:instancePath+"/subject",message:"must be array"}];
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
const _errs10 = errors;
if("urn:forensic-verify:predicate:custody-event:v1" !== data.predicateType){
validate53.errors = [{instancePath:instancePath+"/predicateType",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicate !== undefined && func0.call(data, "predicate")){
let data6 = data.predicate;
const _errs11 = errors;
if(errors === _errs11){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((((((data6.case === undefined) || (!(func0.call(data6, "case")))) && (missing2 = "case")) || (((data6.log === undefined) || (!(func0.call(data6, "log")))) && (missing2 = "log"))) || (((data6.event === undefined) || (!(func0.call(data6, "event")))) && (missing2 = "event"))) || (((data6.performer === undefined) || (!(func0.call(data6, "performer")))) && (missing2 = "performer"))) || (((data6.purpose === undefined) || (!(func0.call(data6, "purpose")))) && (missing2 = "purpose"))) || (((data6.policyDigest === undefined) || (!(func0.call(data6, "policyDigest")))) && (missing2 = "policyDigest"))){
validate53.errors = [{instancePath:instancePath+"/predicate",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key2 of Object.keys(data6)){
if(!(func0.call({"case":true,"log":true,"event":true,"clock":true,"performer":true,"purpose":true,"authorization":true,"policyDigest":true,"objects":true,"custody":true,"keys":true,"policy":true,"checkpointKey":true,"witnesses":true,"recovery":true,"peers":true,"target":true,"anchors":true,"instrument":true,"location":true,"outcome":true,"note":true}, key2))){
validate53.errors = [{instancePath:instancePath+"/predicate",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs13 === errors){
if(data6.case !== undefined && func0.call(data6, "case")){
let data7 = data6.case;
const _errs14 = errors;
if(errors === _errs14){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing3;
if(((data7.id === undefined) || (!(func0.call(data7, "id")))) && (missing3 = "id")){
validate53.errors = [{instancePath:instancePath+"/predicate/case",message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs16 = errors;
for(const key3 of Object.keys(data7)){
if(!(key3 === "id")){
validate53.errors = [{instancePath:instancePath+"/predicate/case",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs16 === errors){
if(data7.id !== undefined && func0.call(data7, "id")){
if(!(validate54(data7.id, {instancePath:instancePath+"/predicate/case/id",parentData:data7,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/case",message:"must be object"}];
return false;
}
}
var valid3 = _errs14 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.log !== undefined && func0.call(data6, "log")){
let data9 = data6.log;
const _errs18 = errors;
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing4;
if(((((data9.origin === undefined) || (!(func0.call(data9, "origin")))) && (missing4 = "origin")) || (((data9.seq === undefined) || (!(func0.call(data9, "seq")))) && (missing4 = "seq"))) || (((data9.prev === undefined) || (!(func0.call(data9, "prev")))) && (missing4 = "prev"))){
validate53.errors = [{instancePath:instancePath+"/predicate/log",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key4 of Object.keys(data9)){
if(!(((key4 === "origin") || (key4 === "seq")) || (key4 === "prev"))){
validate53.errors = [{instancePath:instancePath+"/predicate/log",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data9.origin !== undefined && func0.call(data9, "origin")){
const _errs21 = errors;
if(!(validate61(data9.origin, {instancePath:instancePath+"/predicate/log/origin",parentData:data9,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.seq !== undefined && func0.call(data9, "seq")){
let data11 = data9.seq;
const _errs22 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate53.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be integer"}];
return false;
}
if(errors === _errs22){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 4000000 || isNaN(data11)){
validate53.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be <= 4000000"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate53.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be >= 0"}];
return false;
}
}
}
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.prev !== undefined && func0.call(data9, "prev")){
let data12 = data9.prev;
const _errs24 = errors;
const _errs25 = errors;
let valid6 = false;
const _errs26 = errors;
if(data12 !== null){
const err0 = {instancePath:instancePath+"/predicate/log/prev",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs26 === errors;
valid6 = valid6 || _valid0;
const _errs28 = errors;
if(!(validate63(data12, {instancePath:instancePath+"/predicate/log/prev",parentData:data9,parentDataProperty:"prev",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var _valid0 = _errs28 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err1 = {instancePath:instancePath+"/predicate/log/prev",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate53.errors = vErrors;
return false;
}
else {
errors = _errs25;
if(vErrors !== null){
if(_errs25){
vErrors.length = _errs25;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/log",message:"must be object"}];
return false;
}
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.event !== undefined && func0.call(data6, "event")){
let data13 = data6.event;
const _errs29 = errors;
if(errors === _errs29){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing5;
if(((((data13.type === undefined) || (!(func0.call(data13, "type")))) && (missing5 = "type")) || (((data13.eventDateTime === undefined) || (!(func0.call(data13, "eventDateTime")))) && (missing5 = "eventDateTime"))) || (((data13.recordedDateTime === undefined) || (!(func0.call(data13, "recordedDateTime")))) && (missing5 = "recordedDateTime"))){
validate53.errors = [{instancePath:instancePath+"/predicate/event",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs31 = errors;
for(const key5 of Object.keys(data13)){
if(!((((key5 === "type") || (key5 === "eventDateTime")) || (key5 === "endDateTime")) || (key5 === "recordedDateTime"))){
validate53.errors = [{instancePath:instancePath+"/predicate/event",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs31 === errors){
if(data13.type !== undefined && func0.call(data13, "type")){
const _errs32 = errors;
if(!(validate65(data13.type, {instancePath:instancePath+"/predicate/event/type",parentData:data13,parentDataProperty:"type",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data13.eventDateTime !== undefined && func0.call(data13, "eventDateTime")){
const _errs33 = errors;
if(!(validate67(data13.eventDateTime, {instancePath:instancePath+"/predicate/event/eventDateTime",parentData:data13,parentDataProperty:"eventDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data13.endDateTime !== undefined && func0.call(data13, "endDateTime")){
const _errs34 = errors;
if(!(validate67(data13.endDateTime, {instancePath:instancePath+"/predicate/event/endDateTime",parentData:data13,parentDataProperty:"endDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid7 = _errs34 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data13.recordedDateTime !== undefined && func0.call(data13, "recordedDateTime")){
const _errs35 = errors;
if(!(validate67(data13.recordedDateTime, {instancePath:instancePath+"/predicate/event/recordedDateTime",parentData:data13,parentDataProperty:"recordedDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid7 = _errs35 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/event",message:"must be object"}];
return false;
}
}
var valid3 = _errs29 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.clock !== undefined && func0.call(data6, "clock")){
let data18 = data6.clock;
const _errs36 = errors;
if(errors === _errs36){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing6;
if(((data18.source === undefined) || (!(func0.call(data18, "source")))) && (missing6 = "source")){
validate53.errors = [{instancePath:instancePath+"/predicate/clock",message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key6 of Object.keys(data18)){
if(!((((((key6 === "source") || (key6 === "sync")) || (key6 === "offset")) || (key6 === "uncertainty")) || (key6 === "measuredAt")) || (key6 === "reference"))){
validate53.errors = [{instancePath:instancePath+"/predicate/clock",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data18.source !== undefined && func0.call(data18, "source")){
const _errs39 = errors;
if(!(validate54(data18.source, {instancePath:instancePath+"/predicate/clock/source",parentData:data18,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid8 = _errs39 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data18.sync !== undefined && func0.call(data18, "sync")){
let data20 = data18.sync;
const _errs40 = errors;
if(!(((((data20 === "ntp") || (data20 === "gnss")) || (data20 === "manual")) || (data20 === "none")) || (data20 === "unknown"))){
validate53.errors = [{instancePath:instancePath+"/predicate/clock/sync",message:"must be equal to one of the allowed values"}];
return false;
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data18.offset !== undefined && func0.call(data18, "offset")){
const _errs41 = errors;
if(!(validate72(data18.offset, {instancePath:instancePath+"/predicate/clock/offset",parentData:data18,parentDataProperty:"offset",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
var valid8 = _errs41 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data18.uncertainty !== undefined && func0.call(data18, "uncertainty")){
const _errs42 = errors;
if(!(validate74(data18.uncertainty, {instancePath:instancePath+"/predicate/clock/uncertainty",parentData:data18,parentDataProperty:"uncertainty",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
errors = vErrors.length;
}
var valid8 = _errs42 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data18.measuredAt !== undefined && func0.call(data18, "measuredAt")){
const _errs43 = errors;
if(!(validate67(data18.measuredAt, {instancePath:instancePath+"/predicate/clock/measuredAt",parentData:data18,parentDataProperty:"measuredAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid8 = _errs43 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data18.reference !== undefined && func0.call(data18, "reference")){
const _errs44 = errors;
if(!(validate54(data18.reference, {instancePath:instancePath+"/predicate/clock/reference",parentData:data18,parentDataProperty:"reference",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid8 = _errs44 === errors;
}
else {
var valid8 = true;
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
validate53.errors = [{instancePath:instancePath+"/predicate/clock",message:"must be object"}];
return false;
}
}
var valid3 = _errs36 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.performer !== undefined && func0.call(data6, "performer")){
let data25 = data6.performer;
const _errs45 = errors;
if(errors === _errs45){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing7;
if((((data25.id === undefined) || (!(func0.call(data25, "id")))) && (missing7 = "id")) || (((data25.role === undefined) || (!(func0.call(data25, "role")))) && (missing7 = "role"))){
validate53.errors = [{instancePath:instancePath+"/predicate/performer",message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs47 = errors;
for(const key7 of Object.keys(data25)){
if(!(((key7 === "id") || (key7 === "role")) || (key7 === "onBehalfOf"))){
validate53.errors = [{instancePath:instancePath+"/predicate/performer",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs47 === errors){
if(data25.id !== undefined && func0.call(data25, "id")){
const _errs48 = errors;
if(!(validate54(data25.id, {instancePath:instancePath+"/predicate/performer/id",parentData:data25,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid9 = _errs48 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data25.role !== undefined && func0.call(data25, "role")){
const _errs49 = errors;
if(!(validate79(data25.role, {instancePath:instancePath+"/predicate/performer/role",parentData:data25,parentDataProperty:"role",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data25.onBehalfOf !== undefined && func0.call(data25, "onBehalfOf")){
const _errs50 = errors;
if(!(validate54(data25.onBehalfOf, {instancePath:instancePath+"/predicate/performer/onBehalfOf",parentData:data25,parentDataProperty:"onBehalfOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid9 = _errs50 === errors;
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
validate53.errors = [{instancePath:instancePath+"/predicate/performer",message:"must be object"}];
return false;
}
}
var valid3 = _errs45 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.purpose !== undefined && func0.call(data6, "purpose")){
const _errs51 = errors;
if(!(validate54(data6.purpose, {instancePath:instancePath+"/predicate/purpose",parentData:data6,parentDataProperty:"purpose",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid3 = _errs51 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.authorization !== undefined && func0.call(data6, "authorization")){
let data30 = data6.authorization;
const _errs52 = errors;
if(errors === _errs52){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing8;
if((((data30.type === undefined) || (!(func0.call(data30, "type")))) && (missing8 = "type")) || (((data30.identifier === undefined) || (!(func0.call(data30, "identifier")))) && (missing8 = "identifier"))){
validate53.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs54 = errors;
for(const key8 of Object.keys(data30)){
if(!((key8 === "type") || (key8 === "identifier"))){
validate53.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs54 === errors){
if(data30.type !== undefined && func0.call(data30, "type")){
let data31 = data30.type;
const _errs55 = errors;
if(!(((data31 === "warrant") || (data31 === "ticket")) || (data31 === "order"))){
validate53.errors = [{instancePath:instancePath+"/predicate/authorization/type",message:"must be equal to one of the allowed values"}];
return false;
}
var valid10 = _errs55 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data30.identifier !== undefined && func0.call(data30, "identifier")){
const _errs56 = errors;
if(!(validate54(data30.identifier, {instancePath:instancePath+"/predicate/authorization/identifier",parentData:data30,parentDataProperty:"identifier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid10 = _errs56 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must be object"}];
return false;
}
}
var valid3 = _errs52 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.policyDigest !== undefined && func0.call(data6, "policyDigest")){
const _errs57 = errors;
if(!(validate63(data6.policyDigest, {instancePath:instancePath+"/predicate/policyDigest",parentData:data6,parentDataProperty:"policyDigest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var valid3 = _errs57 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.objects !== undefined && func0.call(data6, "objects")){
let data34 = data6.objects;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data34)){
if(data34.length > 1024){
validate53.errors = [{instancePath:instancePath+"/predicate/objects",message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data34.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/objects",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid11 = true;
const len1 = data34.length;
for(let i1=0; i1<len1; i1++){
const _errs60 = errors;
if(!(validate85(data34[i1], {instancePath:instancePath+"/predicate/objects/" + i1,parentData:data34,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate85.errors : vErrors.concat(validate85.errors);
errors = vErrors.length;
}
var valid11 = _errs60 === errors;
if(!valid11){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/objects",message:"must be array"}];
return false;
}
}
var valid3 = _errs58 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.custody !== undefined && func0.call(data6, "custody")){
let data36 = data6.custody;
const _errs61 = errors;
if(errors === _errs61){
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
const _errs63 = errors;
for(const key9 of Object.keys(data36)){
if(!((((((key9 === "transferId") || (key9 === "to")) || (key9 === "release")) || (key9 === "seal")) || (key9 === "hold")) || (key9 === "medium"))){
validate53.errors = [{instancePath:instancePath+"/predicate/custody",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs63 === errors){
if(data36.transferId !== undefined && func0.call(data36, "transferId")){
const _errs64 = errors;
if(!(validate54(data36.transferId, {instancePath:instancePath+"/predicate/custody/transferId",parentData:data36,parentDataProperty:"transferId",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid12 = _errs64 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.to !== undefined && func0.call(data36, "to")){
let data38 = data36.to;
const _errs65 = errors;
if(errors === _errs65){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing9;
if(((data38.id === undefined) || (!(func0.call(data38, "id")))) && (missing9 = "id")){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs67 = errors;
for(const key10 of Object.keys(data38)){
if(!(key10 === "id")){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs67 === errors){
if(data38.id !== undefined && func0.call(data38, "id")){
if(!(validate54(data38.id, {instancePath:instancePath+"/predicate/custody/to/id",parentData:data38,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must be object"}];
return false;
}
}
var valid12 = _errs65 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.release !== undefined && func0.call(data36, "release")){
const _errs69 = errors;
if(!(validate94(data36.release, {instancePath:instancePath+"/predicate/custody/release",parentData:data36,parentDataProperty:"release",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate94.errors : vErrors.concat(validate94.errors);
errors = vErrors.length;
}
var valid12 = _errs69 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.seal !== undefined && func0.call(data36, "seal")){
let data41 = data36.seal;
const _errs70 = errors;
if(errors === _errs70){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing10;
if(((data41.id === undefined) || (!(func0.call(data41, "id")))) && (missing10 = "id")){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/seal",message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs72 = errors;
for(const key11 of Object.keys(data41)){
if(!((key11 === "id") || (key11 === "state"))){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/seal",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs72 === errors){
if(data41.id !== undefined && func0.call(data41, "id")){
const _errs73 = errors;
if(!(validate54(data41.id, {instancePath:instancePath+"/predicate/custody/seal/id",parentData:data41,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid14 = _errs73 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data41.state !== undefined && func0.call(data41, "state")){
let data43 = data41.state;
const _errs74 = errors;
if(!(((data43 === "applied") || (data43 === "intact")) || (data43 === "broken"))){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/seal/state",message:"must be equal to one of the allowed values"}];
return false;
}
var valid14 = _errs74 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/custody/seal",message:"must be object"}];
return false;
}
}
var valid12 = _errs70 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.hold !== undefined && func0.call(data36, "hold")){
const _errs75 = errors;
if(!(validate54(data36.hold, {instancePath:instancePath+"/predicate/custody/hold",parentData:data36,parentDataProperty:"hold",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid12 = _errs75 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.medium !== undefined && func0.call(data36, "medium")){
let data45 = data36.medium;
const _errs76 = errors;
if(!(((data45 === "courier") || (data45 === "diode")) || (data45 === "network"))){
validate53.errors = [{instancePath:instancePath+"/predicate/custody/medium",message:"must be equal to one of the allowed values"}];
return false;
}
var valid12 = _errs76 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/custody",message:"must be object"}];
return false;
}
}
var valid3 = _errs61 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.keys !== undefined && func0.call(data6, "keys")){
let data46 = data6.keys;
const _errs77 = errors;
if(errors === _errs77){
if(Array.isArray(data46)){
if(data46.length > 256){
validate53.errors = [{instancePath:instancePath+"/predicate/keys",message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data46.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/keys",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid15 = true;
const len2 = data46.length;
for(let i2=0; i2<len2; i2++){
const _errs79 = errors;
if(!(validate102(data46[i2], {instancePath:instancePath+"/predicate/keys/" + i2,parentData:data46,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
errors = vErrors.length;
}
var valid15 = _errs79 === errors;
if(!valid15){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/keys",message:"must be array"}];
return false;
}
}
var valid3 = _errs77 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.policy !== undefined && func0.call(data6, "policy")){
const _errs80 = errors;
if(!(validate110(data6.policy, {instancePath:instancePath+"/predicate/policy",parentData:data6,parentDataProperty:"policy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
errors = vErrors.length;
}
var valid3 = _errs80 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.checkpointKey !== undefined && func0.call(data6, "checkpointKey")){
const _errs81 = errors;
if(!(validate119(data6.checkpointKey, {instancePath:instancePath+"/predicate/checkpointKey",parentData:data6,parentDataProperty:"checkpointKey",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid3 = _errs81 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.witnesses !== undefined && func0.call(data6, "witnesses")){
let data50 = data6.witnesses;
const _errs82 = errors;
if(errors === _errs82){
if(Array.isArray(data50)){
if(data50.length > 64){
validate53.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data50.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid16 = true;
const len3 = data50.length;
for(let i3=0; i3<len3; i3++){
const _errs84 = errors;
if(!(validate119(data50[i3], {instancePath:instancePath+"/predicate/witnesses/" + i3,parentData:data50,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid16 = _errs84 === errors;
if(!valid16){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must be array"}];
return false;
}
}
var valid3 = _errs82 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.recovery !== undefined && func0.call(data6, "recovery")){
let data52 = data6.recovery;
const _errs85 = errors;
if(errors === _errs85){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing11;
if((((data52.threshold === undefined) || (!(func0.call(data52, "threshold")))) && (missing11 = "threshold")) || (((data52.ids === undefined) || (!(func0.call(data52, "ids")))) && (missing11 = "ids"))){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs87 = errors;
for(const key12 of Object.keys(data52)){
if(!((key12 === "threshold") || (key12 === "ids"))){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs87 === errors){
if(data52.threshold !== undefined && func0.call(data52, "threshold")){
let data53 = data52.threshold;
const _errs88 = errors;
if(!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be integer"}];
return false;
}
if(errors === _errs88){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 > 32 || isNaN(data53)){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be <= 32"}];
return false;
}
else {
if(data53 < 1 || isNaN(data53)){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be >= 1"}];
return false;
}
}
}
}
var valid17 = _errs88 === errors;
}
else {
var valid17 = true;
}
if(valid17){
if(data52.ids !== undefined && func0.call(data52, "ids")){
let data54 = data52.ids;
const _errs90 = errors;
if(errors === _errs90){
if(Array.isArray(data54)){
if(data54.length > 64){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data54.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid18 = true;
const len4 = data54.length;
for(let i4=0; i4<len4; i4++){
const _errs92 = errors;
if(!(validate54(data54[i4], {instancePath:instancePath+"/predicate/recovery/ids/" + i4,parentData:data54,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid18 = _errs92 === errors;
if(!valid18){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must be array"}];
return false;
}
}
var valid17 = _errs90 === errors;
}
else {
var valid17 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must be object"}];
return false;
}
}
var valid3 = _errs85 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.peers !== undefined && func0.call(data6, "peers")){
let data56 = data6.peers;
const _errs93 = errors;
if(errors === _errs93){
if(Array.isArray(data56)){
if(data56.length > 64){
validate53.errors = [{instancePath:instancePath+"/predicate/peers",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data56.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/peers",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid19 = true;
const len5 = data56.length;
for(let i5=0; i5<len5; i5++){
let data57 = data56[i5];
const _errs95 = errors;
if(errors === _errs95){
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
let missing12;
if((((data57.origin === undefined) || (!(func0.call(data57, "origin")))) && (missing12 = "origin")) || (((data57.key === undefined) || (!(func0.call(data57, "key")))) && (missing12 = "key"))){
validate53.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs97 = errors;
for(const key13 of Object.keys(data57)){
if(!((key13 === "origin") || (key13 === "key"))){
validate53.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs97 === errors){
if(data57.origin !== undefined && func0.call(data57, "origin")){
const _errs98 = errors;
if(!(validate61(data57.origin, {instancePath:instancePath+"/predicate/peers/" + i5+"/origin",parentData:data57,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid20 = _errs98 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data57.key !== undefined && func0.call(data57, "key")){
const _errs99 = errors;
if(!(validate119(data57.key, {instancePath:instancePath+"/predicate/peers/" + i5+"/key",parentData:data57,parentDataProperty:"key",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate119.errors : vErrors.concat(validate119.errors);
errors = vErrors.length;
}
var valid20 = _errs99 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must be object"}];
return false;
}
}
var valid19 = _errs95 === errors;
if(!valid19){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/peers",message:"must be array"}];
return false;
}
}
var valid3 = _errs93 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.target !== undefined && func0.call(data6, "target")){
let data60 = data6.target;
const _errs100 = errors;
if(errors === _errs100){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing13;
if((((data60.seq === undefined) || (!(func0.call(data60, "seq")))) && (missing13 = "seq")) || (((data60.line === undefined) || (!(func0.call(data60, "line")))) && (missing13 = "line"))){
validate53.errors = [{instancePath:instancePath+"/predicate/target",message:"must have required property '"+missing13+"'"}];
return false;
}
else {
const _errs102 = errors;
for(const key14 of Object.keys(data60)){
if(!((key14 === "seq") || (key14 === "line"))){
validate53.errors = [{instancePath:instancePath+"/predicate/target",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs102 === errors){
if(data60.seq !== undefined && func0.call(data60, "seq")){
let data61 = data60.seq;
const _errs103 = errors;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
validate53.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be integer"}];
return false;
}
if(errors === _errs103){
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 4000000 || isNaN(data61)){
validate53.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be <= 4000000"}];
return false;
}
else {
if(data61 < 0 || isNaN(data61)){
validate53.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be >= 0"}];
return false;
}
}
}
}
var valid21 = _errs103 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data60.line !== undefined && func0.call(data60, "line")){
const _errs105 = errors;
if(!(validate63(data60.line, {instancePath:instancePath+"/predicate/target/line",parentData:data60,parentDataProperty:"line",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
errors = vErrors.length;
}
var valid21 = _errs105 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/target",message:"must be object"}];
return false;
}
}
var valid3 = _errs100 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.anchors !== undefined && func0.call(data6, "anchors")){
let data63 = data6.anchors;
const _errs106 = errors;
if(errors === _errs106){
if(Array.isArray(data63)){
if(data63.length > 32){
validate53.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data63.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid22 = true;
const len6 = data63.length;
for(let i6=0; i6<len6; i6++){
const _errs108 = errors;
if(!(validate126(data63[i6], {instancePath:instancePath+"/predicate/anchors/" + i6,parentData:data63,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
errors = vErrors.length;
}
var valid22 = _errs108 === errors;
if(!valid22){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must be array"}];
return false;
}
}
var valid3 = _errs106 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.instrument !== undefined && func0.call(data6, "instrument")){
let data65 = data6.instrument;
const _errs109 = errors;
if(errors === _errs109){
if(Array.isArray(data65)){
if(data65.length > 16){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data65.length < 1){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid23 = true;
const len7 = data65.length;
for(let i7=0; i7<len7; i7++){
let data66 = data65[i7];
const _errs111 = errors;
if(errors === _errs111){
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
let missing14;
if(((data66.name === undefined) || (!(func0.call(data66, "name")))) && (missing14 = "name")){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,message:"must have required property '"+missing14+"'"}];
return false;
}
else {
const _errs113 = errors;
for(const key15 of Object.keys(data66)){
if(!((((key15 === "name") || (key15 === "version")) || (key15 === "digest")) || (key15 === "commandLine"))){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs113 === errors){
if(data66.name !== undefined && func0.call(data66, "name")){
const _errs114 = errors;
if(!(validate54(data66.name, {instancePath:instancePath+"/predicate/instrument/" + i7+"/name",parentData:data66,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid24 = _errs114 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data66.version !== undefined && func0.call(data66, "version")){
const _errs115 = errors;
if(!(validate54(data66.version, {instancePath:instancePath+"/predicate/instrument/" + i7+"/version",parentData:data66,parentDataProperty:"version",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid24 = _errs115 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data66.digest !== undefined && func0.call(data66, "digest")){
const _errs116 = errors;
if(!(validate56(data66.digest, {instancePath:instancePath+"/predicate/instrument/" + i7+"/digest",parentData:data66,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid24 = _errs116 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data66.commandLine !== undefined && func0.call(data66, "commandLine")){
let data70 = data66.commandLine;
const _errs117 = errors;
if(errors === _errs117){
if(Array.isArray(data70)){
if(data70.length > 256){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data70.length < 0){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid25 = true;
const len8 = data70.length;
for(let i8=0; i8<len8; i8++){
let data71 = data70[i8];
const _errs119 = errors;
if(errors === _errs119){
if(typeof data71 === "string"){
if(data71.length > 4096){
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine/" + i8,message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine/" + i8,message:"must be string"}];
return false;
}
}
var valid25 = _errs119 === errors;
if(!valid25){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7+"/commandLine",message:"must be array"}];
return false;
}
}
var valid24 = _errs117 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/instrument/" + i7,message:"must be object"}];
return false;
}
}
var valid23 = _errs111 === errors;
if(!valid23){
break;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must be array"}];
return false;
}
}
var valid3 = _errs109 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.location !== undefined && func0.call(data6, "location")){
const _errs121 = errors;
if(!(validate54(data6.location, {instancePath:instancePath+"/predicate/location",parentData:data6,parentDataProperty:"location",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid3 = _errs121 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.outcome !== undefined && func0.call(data6, "outcome")){
let data73 = data6.outcome;
const _errs122 = errors;
if(errors === _errs122){
if(data73 && typeof data73 == "object" && !Array.isArray(data73)){
let missing15;
if(((data73.code === undefined) || (!(func0.call(data73, "code")))) && (missing15 = "code")){
validate53.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must have required property '"+missing15+"'"}];
return false;
}
else {
const _errs124 = errors;
for(const key16 of Object.keys(data73)){
if(!((key16 === "code") || (key16 === "note"))){
validate53.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs124 === errors){
if(data73.code !== undefined && func0.call(data73, "code")){
let data74 = data73.code;
const _errs125 = errors;
if(!((((((data74 === "accepted") || (data74 === "rejected")) || (data74 === "pass")) || (data74 === "fail")) || (data74 === "unavailable")) || (data74 === "insufficient_evidence"))){
validate53.errors = [{instancePath:instancePath+"/predicate/outcome/code",message:"must be equal to one of the allowed values"}];
return false;
}
var valid26 = _errs125 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data73.note !== undefined && func0.call(data73, "note")){
const _errs126 = errors;
if(!(validate54(data73.note, {instancePath:instancePath+"/predicate/outcome/note",parentData:data73,parentDataProperty:"note",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid26 = _errs126 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
else {
validate53.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must be object"}];
return false;
}
}
var valid3 = _errs122 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.note !== undefined && func0.call(data6, "note")){
const _errs127 = errors;
if(!(validate54(data6.note, {instancePath:instancePath+"/predicate/note",parentData:data6,parentDataProperty:"note",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
errors = vErrors.length;
}
var valid3 = _errs127 === errors;
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
validate53.errors = [{instancePath:instancePath+"/predicate",message:"must be object"}];
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
else {
validate53.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

export const cyclonedx: Validator = validate136;
const pattern12 = new RegExp("^1\\.[2-7]$", "u");

function validate136(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.bomFormat === undefined) || (!(func0.call(data, "bomFormat")))) && (missing0 = "bomFormat")) || (((data.specVersion === undefined) || (!(func0.call(data, "specVersion")))) && (missing0 = "specVersion"))){
validate136.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.bomFormat !== undefined && func0.call(data, "bomFormat")){
const _errs1 = errors;
if("CycloneDX" !== data.bomFormat){
validate136.errors = [{instancePath:instancePath+"/bomFormat",message:"must be equal to constant"}];
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
validate136.errors = [{instancePath:instancePath+"/specVersion",message:"must NOT have more than 3 characters"}];
return false;
}
else {
if(!pattern12.test(data1)){
validate136.errors = [{instancePath:instancePath+"/specVersion",message:"must match pattern \""+"^1\\.[2-7]$"+"\""}];
return false;
}
}
}
else {
validate136.errors = [{instancePath:instancePath+"/specVersion",message:"must be string"}];
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
validate136.errors = [{instancePath:instancePath+"/version",message:"must be integer,null"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 1 || isNaN(data2)){
validate136.errors = [{instancePath:instancePath+"/version",message:"must be >= 1"}];
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
validate136.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.component !== undefined && func0.call(data3, "component")){
let data4 = data3.component;
const _errs8 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate136.errors = [{instancePath:instancePath+"/metadata/component",message:"must be object,null"}];
return false;
}
if(errors === _errs8){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.type === undefined) || (!(func0.call(data4, "type")))) && (missing1 = "type")) || (((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name"))){
validate136.errors = [{instancePath:instancePath+"/metadata/component",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.type !== undefined && func0.call(data4, "type")){
let data5 = data4.type;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length < 1){
validate136.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate136.errors = [{instancePath:instancePath+"/metadata/component/type",message:"must be string"}];
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
validate136.errors = [{instancePath:instancePath+"/metadata/component/name",message:"must be string"}];
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
validate136.errors = [{instancePath:instancePath+"/components",message:"must be array,null"}];
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
validate136.errors = [{instancePath:instancePath+"/components/" + i0,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data8.type !== undefined && func0.call(data8, "type")){
let data9 = data8.type;
const _errs18 = errors;
if(errors === _errs18){
if(typeof data9 === "string"){
if(data9.length < 1){
validate136.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate136.errors = [{instancePath:instancePath+"/components/" + i0+"/type",message:"must be string"}];
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
validate136.errors = [{instancePath:instancePath+"/components/" + i0+"/name",message:"must be string"}];
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
validate136.errors = [{instancePath:instancePath+"/components/" + i0,message:"must be object"}];
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
validate136.errors = [{instancePath:instancePath+"/vulnerabilities",message:"must be array,null"}];
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
validate136.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis",message:"must be object,null"}];
return false;
}
if(errors === _errs26){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(data13.state !== undefined && func0.call(data13, "state")){
let data14 = data13.state;
if(!(((((((data14 === "resolved") || (data14 === "resolved_with_pedigree")) || (data14 === "exploitable")) || (data14 === "in_triage")) || (data14 === "false_positive")) || (data14 === "not_affected")) || (data14 === null))){
validate136.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1+"/analysis/state",message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
}
}
else {
validate136.errors = [{instancePath:instancePath+"/vulnerabilities/" + i1,message:"must be object"}];
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
validate136.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate136.errors = vErrors;
return errors === 0;
}

export const link_v0_3: Validator = validate137;

function validate137(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate137.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.name !== undefined && func0.call(data, "name")){
let data0 = data.name;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate137.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate137.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs5 = errors;
if(typeof data1[i0] !== "string"){
validate137.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate137.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
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
validate137.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.name !== undefined && func0.call(data4, "name")){
let data5 = data4.name;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length < 1){
validate137.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate137.errors = [{instancePath:instancePath+"/materials/" + i1+"/name",message:"must be string"}];
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
validate137.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
for(const key0 of Object.keys(data6)){
const _errs16 = errors;
if(typeof data6[key0] !== "string"){
validate137.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate137.errors = [{instancePath:instancePath+"/materials/" + i1+"/digest",message:"must be object"}];
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
validate137.errors = [{instancePath:instancePath+"/materials/" + i1,message:"must be object"}];
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
validate137.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate137.errors = vErrors;
return errors === 0;
}

export const link_v1: Validator = validate138;

function validate138(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate138.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data._type !== undefined && func0.call(data, "_type")){
let data0 = data._type;
const _errs1 = errors;
if(!((data0 === "link") || (data0 === null))){
validate138.errors = [{instancePath:instancePath+"/_type",message:"must be equal to one of the allowed values"}];
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
validate138.errors = [{instancePath:instancePath+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate138.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate138.errors = [{instancePath:instancePath+"/command",message:"must be array,null"}];
return false;
}
if(errors === _errs4){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs6 = errors;
if(typeof data2[i0] !== "string"){
validate138.errors = [{instancePath:instancePath+"/command/" + i0,message:"must be string"}];
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
validate138.errors = [{instancePath:instancePath+"/materials",message:"must be object,null"}];
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
validate138.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate138.errors = [{instancePath:instancePath+"/materials/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate138.errors = [{instancePath:instancePath+"/products",message:"must be object,null"}];
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
validate138.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid5 = _errs22 === errors;
if(!valid5){
break;
}
}
}
else {
validate138.errors = [{instancePath:instancePath+"/products/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be object"}];
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
validate138.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate138.errors = vErrors;
return errors === 0;
}

export const lockfile_signature_v1: Validator = validate139;
const pattern13 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$", "u");

function validate139(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.algorithm === undefined) || (!(func0.call(data, "algorithm")))) && (missing0 = "algorithm")) || (((data.canonicalization === undefined) || (!(func0.call(data, "canonicalization")))) && (missing0 = "canonicalization"))) || (((data.signedAt === undefined) || (!(func0.call(data, "signedAt")))) && (missing0 = "signedAt"))) || (((data.signer === undefined) || (!(func0.call(data, "signer")))) && (missing0 = "signer"))) || (((data.syntax === undefined) || (!(func0.call(data, "syntax")))) && (missing0 = "syntax"))){
validate139.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "canonicalization") || (key0 === "syntax")) || (key0 === "signer")) || (key0 === "algorithm")) || (key0 === "signedAt"))){
validate139.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.canonicalization !== undefined && func0.call(data, "canonicalization")){
const _errs2 = errors;
if("lockfile-canonical/v1" !== data.canonicalization){
validate139.errors = [{instancePath:instancePath+"/canonicalization",message:"must be equal to constant"}];
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
validate139.errors = [{instancePath:instancePath+"/syntax",message:"must be equal to one of the allowed values"}];
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
validate139.errors = [{instancePath:instancePath+"/signer",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data2.length < 1){
validate139.errors = [{instancePath:instancePath+"/signer",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate139.errors = [{instancePath:instancePath+"/signer",message:"must be string"}];
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
validate139.errors = [{instancePath:instancePath+"/algorithm",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data3.length < 1){
validate139.errors = [{instancePath:instancePath+"/algorithm",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate139.errors = [{instancePath:instancePath+"/algorithm",message:"must be string"}];
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
validate139.errors = [{instancePath:instancePath+"/signedAt",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern13.test(data4)){
validate139.errors = [{instancePath:instancePath+"/signedAt",message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z$"+"\""}];
return false;
}
}
}
else {
validate139.errors = [{instancePath:instancePath+"/signedAt",message:"must be string"}];
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
validate139.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate139.errors = vErrors;
return errors === 0;
}

export const model_signing: Validator = validate140;
const pattern14 = new RegExp("^(?:[0-9a-f]{2})+$", "u");

function validate140(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.serialization === undefined) || (!(func0.call(data, "serialization")))) && (missing0 = "serialization")) || (((data.resources === undefined) || (!(func0.call(data, "resources")))) && (missing0 = "resources"))){
validate140.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate140.errors = [{instancePath:instancePath+"/serialization",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.method !== undefined && func0.call(data0, "method")){
let data1 = data0.method;
const _errs3 = errors;
if(!((data1 === "files") || (data1 === "shards"))){
validate140.errors = [{instancePath:instancePath+"/serialization/method",message:"must be equal to one of the allowed values"}];
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
validate140.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate140.errors = [{instancePath:instancePath+"/serialization/hash_type",message:"must be string"}];
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
validate140.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be integer,null"}];
return false;
}
if(errors === _errs6){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate140.errors = [{instancePath:instancePath+"/serialization/shard_size",message:"must be >= 1"}];
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
validate140.errors = [{instancePath:instancePath+"/serialization/ignore_paths",message:"must be array,null"}];
return false;
}
if(errors === _errs8){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data4[i0] !== "string"){
validate140.errors = [{instancePath:instancePath+"/serialization/ignore_paths/" + i0,message:"must be string"}];
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
validate140.errors = [{instancePath:instancePath+"/serialization",message:"must be object"}];
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
validate140.errors = [{instancePath:instancePath+"/resources",message:"must NOT have fewer than 1 items"}];
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
validate140.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.name !== undefined && func0.call(data7, "name")){
let data8 = data7.name;
const _errs16 = errors;
if(errors === _errs16){
if(typeof data8 === "string"){
if(data8.length < 1){
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/name",message:"must be string"}];
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
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/algorithm",message:"must be string"}];
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
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(!pattern14.test(data10)){
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must match pattern \""+"^(?:[0-9a-f]{2})+$"+"\""}];
return false;
}
}
}
else {
validate140.errors = [{instancePath:instancePath+"/resources/" + i1+"/digest",message:"must be string"}];
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
validate140.errors = [{instancePath:instancePath+"/resources/" + i1,message:"must be object"}];
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
validate140.errors = [{instancePath:instancePath+"/resources",message:"must be array"}];
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
validate140.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate140.errors = vErrors;
return errors === 0;
}

export const openvex: Validator = validate141;
const pattern15 = new RegExp("^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$", "u");

function validate141(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@id"] === undefined) || (!(func0.call(data, "@id")))) && (missing0 = "@id"))) || (((data.author === undefined) || (!(func0.call(data, "author")))) && (missing0 = "author"))) || (((data.timestamp === undefined) || (!(func0.call(data, "timestamp")))) && (missing0 = "timestamp"))) || (((data.version === undefined) || (!(func0.call(data, "version")))) && (missing0 = "version"))) || (((data.statements === undefined) || (!(func0.call(data, "statements")))) && (missing0 = "statements"))){
validate141.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 40){
validate141.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(!pattern15.test(data0)){
validate141.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://openvex\\.dev/ns(?:/v[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{1,2})?$"+"\""}];
return false;
}
}
}
else {
validate141.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate141.errors = [{instancePath:instancePath+"/@id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/@id",message:"must be string"}];
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
validate141.errors = [{instancePath:instancePath+"/author",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate141.errors = [{instancePath:instancePath+"/author",message:"must be string"}];
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
validate141.errors = [{instancePath:instancePath+"/timestamp",message:"must be string,null"}];
return false;
}
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length > 40){
validate141.errors = [{instancePath:instancePath+"/timestamp",message:"must NOT have more than 40 characters"}];
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
validate141.errors = [{instancePath:instancePath+"/version",message:"must be integer,string"}];
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
validate141.errors = [{instancePath:instancePath+"/statements",message:"must NOT have fewer than 1 items"}];
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
validate141.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data6.vulnerability !== undefined && func0.call(data6, "vulnerability")){
let data7 = data6.vulnerability;
const _errs15 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "string")){
validate141.errors = [{instancePath:instancePath+"/statements/" + i0+"/vulnerability",message:"must be object,string"}];
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
validate141.errors = [{instancePath:instancePath+"/statements/" + i0+"/status",message:"must be equal to one of the allowed values"}];
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
validate141.errors = [{instancePath:instancePath+"/statements/" + i0+"/products",message:"must be array,null"}];
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
validate141.errors = [{instancePath:instancePath+"/statements/" + i0+"/products/" + i1,message:"must be object,string"}];
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
validate141.errors = [{instancePath:instancePath+"/statements/" + i0,message:"must be object"}];
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
validate141.errors = [{instancePath:instancePath+"/statements",message:"must be array"}];
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
validate141.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate141.errors = vErrors;
return errors === 0;
}

export const promotion_v1: Validator = validate142;
const pattern16 = new RegExp("^[0-9A-Fa-f]{2,128}$", "u");
const pattern17 = new RegExp("^(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{80})$", "u");
const pattern18 = new RegExp("^(?:sha256:)?[0-9A-Fa-f]{64}$", "u");

function validate142(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.materials === undefined) || (!(func0.call(data, "materials")))) && (missing0 = "materials")) || (((data.promotion === undefined) || (!(func0.call(data, "promotion")))) && (missing0 = "promotion"))){
validate142.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.materials !== undefined && func0.call(data, "materials")){
let data0 = data.materials;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 64){
validate142.errors = [{instancePath:instancePath+"/materials",message:"must NOT have more than 64 items"}];
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
validate142.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.role !== undefined && func0.call(data1, "role")){
let data2 = data1.role;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 64){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data2.length < 1){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/role",message:"must be string"}];
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
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(data3.length < 1){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/algo",message:"must be string"}];
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
if(!pattern16.test(data4)){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must match pattern \""+"^[0-9A-Fa-f]{2,128}$"+"\""}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/digest",message:"must be string"}];
return false;
}
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.format !== undefined && func0.call(data1, "format")){
let data5 = data1.format;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data5 === "string"){
if(data5.length > 128){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/format",message:"must NOT have more than 128 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/format",message:"must be string"}];
return false;
}
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.uri !== undefined && func0.call(data1, "uri")){
let data6 = data1.uri;
const _errs13 = errors;
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length > 2048){
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must NOT have more than 2048 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must be string"}];
return false;
}
}
var valid2 = _errs13 === errors;
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
else {
validate142.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must be object"}];
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
validate142.errors = [{instancePath:instancePath+"/materials",message:"must be array"}];
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
let data7 = data.promotion;
const _errs15 = errors;
if(errors === _errs15){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing2;
if((((((data7.from === undefined) || (!(func0.call(data7, "from")))) && (missing2 = "from")) || (((data7.to === undefined) || (!(func0.call(data7, "to")))) && (missing2 = "to"))) || (((data7.actor === undefined) || (!(func0.call(data7, "actor")))) && (missing2 = "actor"))) || (((data7.timestamp === undefined) || (!(func0.call(data7, "timestamp")))) && (missing2 = "timestamp"))){
validate142.errors = [{instancePath:instancePath+"/promotion",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data7.from !== undefined && func0.call(data7, "from")){
let data8 = data7.from;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(data8.length > 256){
validate142.errors = [{instancePath:instancePath+"/promotion/from",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data8.length < 1){
validate142.errors = [{instancePath:instancePath+"/promotion/from",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/from",message:"must be string"}];
return false;
}
}
var valid3 = _errs17 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.to !== undefined && func0.call(data7, "to")){
let data9 = data7.to;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data9 === "string"){
if(data9.length > 256){
validate142.errors = [{instancePath:instancePath+"/promotion/to",message:"must NOT have more than 256 characters"}];
return false;
}
else {
if(data9.length < 1){
validate142.errors = [{instancePath:instancePath+"/promotion/to",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/to",message:"must be string"}];
return false;
}
}
var valid3 = _errs19 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.actor !== undefined && func0.call(data7, "actor")){
let data10 = data7.actor;
const _errs21 = errors;
if(errors === _errs21){
if(typeof data10 === "string"){
if(data10.length > 1024){
validate142.errors = [{instancePath:instancePath+"/promotion/actor",message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data10.length < 1){
validate142.errors = [{instancePath:instancePath+"/promotion/actor",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/actor",message:"must be string"}];
return false;
}
}
var valid3 = _errs21 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.timestamp !== undefined && func0.call(data7, "timestamp")){
let data11 = data7.timestamp;
const _errs23 = errors;
if(errors === _errs23){
if(typeof data11 === "string"){
if(data11.length > 64){
validate142.errors = [{instancePath:instancePath+"/promotion/timestamp",message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/timestamp",message:"must be string"}];
return false;
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.pipeline !== undefined && func0.call(data7, "pipeline")){
let data12 = data7.pipeline;
const _errs25 = errors;
if(errors === _errs25){
if(typeof data12 === "string"){
if(data12.length > 2048){
validate142.errors = [{instancePath:instancePath+"/promotion/pipeline",message:"must NOT have more than 2048 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/pipeline",message:"must be string"}];
return false;
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.ticket !== undefined && func0.call(data7, "ticket")){
let data13 = data7.ticket;
const _errs27 = errors;
if(errors === _errs27){
if(typeof data13 === "string"){
if(data13.length > 256){
validate142.errors = [{instancePath:instancePath+"/promotion/ticket",message:"must NOT have more than 256 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/ticket",message:"must be string"}];
return false;
}
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data7.notes !== undefined && func0.call(data7, "notes")){
let data14 = data7.notes;
const _errs29 = errors;
if(errors === _errs29){
if(typeof data14 === "string"){
if(data14.length > 4096){
validate142.errors = [{instancePath:instancePath+"/promotion/notes",message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/promotion/notes",message:"must be string"}];
return false;
}
}
var valid3 = _errs29 === errors;
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
validate142.errors = [{instancePath:instancePath+"/promotion",message:"must be object"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rekor !== undefined && func0.call(data, "rekor")){
let data15 = data.rekor;
const _errs31 = errors;
if(errors === _errs31){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if(((((data15.uuid === undefined) || (!(func0.call(data15, "uuid")))) && (missing3 = "uuid")) || (((data15.logIndex === undefined) || (!(func0.call(data15, "logIndex")))) && (missing3 = "logIndex"))) || (((data15.inclusionProof === undefined) || (!(func0.call(data15, "inclusionProof")))) && (missing3 = "inclusionProof"))){
validate142.errors = [{instancePath:instancePath+"/rekor",message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data15.uuid !== undefined && func0.call(data15, "uuid")){
let data16 = data15.uuid;
const _errs33 = errors;
if(errors === _errs33){
if(typeof data16 === "string"){
if(!pattern17.test(data16)){
validate142.errors = [{instancePath:instancePath+"/rekor/uuid",message:"must match pattern \""+"^(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{80})$"+"\""}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/rekor/uuid",message:"must be string"}];
return false;
}
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.logIndex !== undefined && func0.call(data15, "logIndex")){
let data17 = data15.logIndex;
const _errs35 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate142.errors = [{instancePath:instancePath+"/rekor/logIndex",message:"must be integer"}];
return false;
}
if(errors === _errs35){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate142.errors = [{instancePath:instancePath+"/rekor/logIndex",message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.body !== undefined && func0.call(data15, "body")){
const _errs37 = errors;
if(typeof data15.body !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/body",message:"must be string"}];
return false;
}
var valid4 = _errs37 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.inclusionProof !== undefined && func0.call(data15, "inclusionProof")){
let data19 = data15.inclusionProof;
const _errs39 = errors;
if(errors === _errs39){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing4;
if((((((data19.rootHash === undefined) || (!(func0.call(data19, "rootHash")))) && (missing4 = "rootHash")) || (((data19.hashes === undefined) || (!(func0.call(data19, "hashes")))) && (missing4 = "hashes"))) || (((data19.treeSize === undefined) || (!(func0.call(data19, "treeSize")))) && (missing4 = "treeSize"))) || (((data19.checkpoint === undefined) || (!(func0.call(data19, "checkpoint")))) && (missing4 = "checkpoint"))){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data19.logIndex !== undefined && func0.call(data19, "logIndex")){
let data20 = data19.logIndex;
const _errs41 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/logIndex",message:"must be integer"}];
return false;
}
if(errors === _errs41){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/logIndex",message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data19.rootHash !== undefined && func0.call(data19, "rootHash")){
const _errs43 = errors;
if(typeof data19.rootHash !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/rootHash",message:"must be string"}];
return false;
}
var valid5 = _errs43 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data19.hashes !== undefined && func0.call(data19, "hashes")){
let data22 = data19.hashes;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data22)){
if(data22.length > 64){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes",message:"must NOT have more than 64 items"}];
return false;
}
else {
var valid6 = true;
const len1 = data22.length;
for(let i1=0; i1<len1; i1++){
const _errs47 = errors;
if(typeof data22[i1] !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes/" + i1,message:"must be string"}];
return false;
}
var valid6 = _errs47 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/hashes",message:"must be array"}];
return false;
}
}
var valid5 = _errs45 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data19.treeSize !== undefined && func0.call(data19, "treeSize")){
let data24 = data19.treeSize;
const _errs49 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/treeSize",message:"must be integer"}];
return false;
}
if(errors === _errs49){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 1 || isNaN(data24)){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/treeSize",message:"must be >= 1"}];
return false;
}
}
}
var valid5 = _errs49 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data19.checkpoint !== undefined && func0.call(data19, "checkpoint")){
let data25 = data19.checkpoint;
const _errs51 = errors;
if(errors === _errs51){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing5;
if((((((data25.origin === undefined) || (!(func0.call(data25, "origin")))) && (missing5 = "origin")) || (((data25.size === undefined) || (!(func0.call(data25, "size")))) && (missing5 = "size"))) || (((data25.hash === undefined) || (!(func0.call(data25, "hash")))) && (missing5 = "hash"))) || (((data25.signedNote === undefined) || (!(func0.call(data25, "signedNote")))) && (missing5 = "signedNote"))){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
if(data25.origin !== undefined && func0.call(data25, "origin")){
const _errs53 = errors;
if(typeof data25.origin !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/origin",message:"must be string"}];
return false;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data25.size !== undefined && func0.call(data25, "size")){
let data27 = data25.size;
const _errs55 = errors;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/size",message:"must be integer"}];
return false;
}
if(errors === _errs55){
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/size",message:"must be >= 1"}];
return false;
}
}
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data25.hash !== undefined && func0.call(data25, "hash")){
const _errs57 = errors;
if(typeof data25.hash !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/hash",message:"must be string"}];
return false;
}
var valid7 = _errs57 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data25.signedNote !== undefined && func0.call(data25, "signedNote")){
const _errs59 = errors;
if(typeof data25.signedNote !== "string"){
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint/signedNote",message:"must be string"}];
return false;
}
var valid7 = _errs59 === errors;
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
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof/checkpoint",message:"must be object"}];
return false;
}
}
var valid5 = _errs51 === errors;
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
validate142.errors = [{instancePath:instancePath+"/rekor/inclusionProof",message:"must be object"}];
return false;
}
}
var valid4 = _errs39 === errors;
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
validate142.errors = [{instancePath:instancePath+"/rekor",message:"must be object"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attestation !== undefined && func0.call(data, "attestation")){
let data30 = data.attestation;
const _errs61 = errors;
if(errors === _errs61){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
if(data30.bundle_sha256 !== undefined && func0.call(data30, "bundle_sha256")){
let data31 = data30.bundle_sha256;
const _errs63 = errors;
if(errors === _errs63){
if(typeof data31 === "string"){
if(!pattern18.test(data31)){
validate142.errors = [{instancePath:instancePath+"/attestation/bundle_sha256",message:"must match pattern \""+"^(?:sha256:)?[0-9A-Fa-f]{64}$"+"\""}];
return false;
}
}
else {
validate142.errors = [{instancePath:instancePath+"/attestation/bundle_sha256",message:"must be string"}];
return false;
}
}
var valid8 = _errs63 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data30.witness !== undefined && func0.call(data30, "witness")){
const _errs65 = errors;
if(typeof data30.witness !== "string"){
validate142.errors = [{instancePath:instancePath+"/attestation/witness",message:"must be string"}];
return false;
}
var valid8 = _errs65 === errors;
}
else {
var valid8 = true;
}
}
}
else {
validate142.errors = [{instancePath:instancePath+"/attestation",message:"must be object"}];
return false;
}
}
var valid0 = _errs61 === errors;
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
validate142.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate142.errors = vErrors;
return errors === 0;
}

export const release: Validator = validate143;
const pattern19 = new RegExp("^pkg:[A-Za-z][A-Za-z0-9.+-]*/", "u");

function validate143(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.purl === undefined) || (!(func0.call(data, "purl")))) && (missing0 = "purl")){
validate143.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.purl !== undefined && func0.call(data, "purl")){
let data0 = data.purl;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 2048){
validate143.errors = [{instancePath:instancePath+"/purl",message:"must NOT have more than 2048 characters"}];
return false;
}
else {
if(!pattern19.test(data0)){
validate143.errors = [{instancePath:instancePath+"/purl",message:"must match pattern \""+"^pkg:[A-Za-z][A-Za-z0-9.+-]*/"+"\""}];
return false;
}
}
}
else {
validate143.errors = [{instancePath:instancePath+"/purl",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate143.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate143.errors = vErrors;
return errors === 0;
}

export const scai: Validator = validate144;

function validate144(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.attributes === undefined) || (!(func0.call(data, "attributes")))) && (missing0 = "attributes")){
validate144.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.attributes !== undefined && func0.call(data, "attributes")){
let data0 = data.attributes;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length < 1){
validate144.errors = [{instancePath:instancePath+"/attributes",message:"must NOT have fewer than 1 items"}];
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
validate144.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data1.attribute !== undefined && func0.call(data1, "attribute")){
let data2 = data1.attribute;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length < 1){
validate144.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate144.errors = [{instancePath:instancePath+"/attributes/" + i0+"/attribute",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate144.errors = [{instancePath:instancePath+"/attributes/" + i0,message:"must be object"}];
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
validate144.errors = [{instancePath:instancePath+"/attributes",message:"must be array"}];
return false;
}
}
}
}
}
else {
validate144.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate144.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v0_2: Validator = validate145;

function validate146(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((!(data && typeof data == "object" && !Array.isArray(data))) && (data !== null)){
validate146.errors = [{instancePath,message:"must be object,null"}];
return false;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
const _errs2 = errors;
if(typeof data[key0] !== "string"){
validate146.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
if(!valid0){
break;
}
}
}
}
validate146.errors = vErrors;
return errors === 0;
}

const pattern20 = new RegExp("^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$", "u");

function validate148(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
validate148.errors = [{instancePath,message:"must be string,null"}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 30){
validate148.errors = [{instancePath,message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern20.test(data)){
validate148.errors = [{instancePath,message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
validate148.errors = vErrors;
return errors === 0;
}


function validate145(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")) || (((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType"))){
validate145.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate145.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate145.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate145.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate145.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate145.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate145.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate145.errors = [{instancePath:instancePath+"/invocation",message:"must be object,null"}];
return false;
}
if(errors === _errs7){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.configSource !== undefined && func0.call(data3, "configSource")){
let data4 = data3.configSource;
const _errs9 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
validate145.errors = [{instancePath:instancePath+"/invocation/configSource",message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.uri !== undefined && func0.call(data4, "uri")){
let data5 = data4.uri;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate145.errors = [{instancePath:instancePath+"/invocation/configSource/uri",message:"must be string,null"}];
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
if(!(validate146(data4.digest, {instancePath:instancePath+"/invocation/configSource/digest",parentData:data4,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
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
validate145.errors = [{instancePath:instancePath+"/invocation/configSource/entryPoint",message:"must be string,null"}];
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
validate145.errors = [{instancePath:instancePath+"/invocation/parameters",message:"must be object,null"}];
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
validate145.errors = [{instancePath:instancePath+"/invocation/environment",message:"must be object,null"}];
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
validate145.errors = [{instancePath:instancePath+"/buildConfig",message:"must be object,null"}];
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
validate145.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs22){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.buildInvocationId !== undefined && func0.call(data11, "buildInvocationId")){
let data12 = data11.buildInvocationId;
const _errs24 = errors;
if((typeof data12 !== "string") && (data12 !== null)){
validate145.errors = [{instancePath:instancePath+"/metadata/buildInvocationId",message:"must be string,null"}];
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
validate145.errors = [{instancePath:instancePath+"/metadata/buildInvocationID",message:"must be string,null"}];
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
if(!(validate148(data11.buildStartedOn, {instancePath:instancePath+"/metadata/buildStartedOn",parentData:data11,parentDataProperty:"buildStartedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
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
if(!(validate148(data11.buildFinishedOn, {instancePath:instancePath+"/metadata/buildFinishedOn",parentData:data11,parentDataProperty:"buildFinishedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
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
validate145.errors = [{instancePath:instancePath+"/metadata/completeness",message:"must be object,null"}];
return false;
}
if(errors === _errs30){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.parameters !== undefined && func0.call(data16, "parameters")){
let data17 = data16.parameters;
const _errs32 = errors;
if((typeof data17 !== "boolean") && (data17 !== null)){
validate145.errors = [{instancePath:instancePath+"/metadata/completeness/parameters",message:"must be boolean,null"}];
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
validate145.errors = [{instancePath:instancePath+"/metadata/completeness/environment",message:"must be boolean,null"}];
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
validate145.errors = [{instancePath:instancePath+"/metadata/completeness/materials",message:"must be boolean,null"}];
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
validate145.errors = [{instancePath:instancePath+"/metadata/reproducible",message:"must be boolean,null"}];
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
validate145.errors = [{instancePath:instancePath+"/materials",message:"must be array,null"}];
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
validate145.errors = [{instancePath:instancePath+"/materials/" + i0+"/uri",message:"must be string,null"}];
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
if(!(validate146(data22.digest, {instancePath:instancePath+"/materials/" + i0+"/digest",parentData:data22,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
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
validate145.errors = [{instancePath:instancePath+"/materials/" + i0,message:"must be object"}];
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
validate145.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate145.errors = vErrors;
return errors === 0;
}

export const slsa_provenance_v1: Validator = validate152;

function validate155(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
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
validate155.errors = vErrors;
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
validate155.errors = [{instancePath:instancePath+"/name",message:"must be string,null"}];
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
validate155.errors = [{instancePath:instancePath+"/uri",message:"must be string,null"}];
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
validate155.errors = [{instancePath:instancePath+"/digest",message:"must be object,null"}];
return false;
}
if(errors === _errs9){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs12 = errors;
if(typeof data2[key0] !== "string"){
validate155.errors = [{instancePath:instancePath+"/digest/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate155.errors = [{instancePath:instancePath+"/content",message:"must be string,null"}];
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
validate155.errors = [{instancePath:instancePath+"/downloadLocation",message:"must be string,null"}];
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
validate155.errors = [{instancePath:instancePath+"/mediaType",message:"must be string,null"}];
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
validate155.errors = [{instancePath:instancePath+"/annotations",message:"must be object,null"}];
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
validate155.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate155.errors = vErrors;
return errors === 0;
}


function validate154(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((!(Array.isArray(data))) && (data !== null)){
validate154.errors = [{instancePath,message:"must be array,null"}];
return false;
}
if(errors === 0){
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate155(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate155.errors : vErrors.concat(validate155.errors);
errors = vErrors.length;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
validate154.errors = vErrors;
return errors === 0;
}


function validate153(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildType === undefined) || (!(func0.call(data, "buildType")))) && (missing0 = "buildType")) || (((data.externalParameters === undefined) || (!(func0.call(data, "externalParameters")))) && (missing0 = "externalParameters"))){
validate153.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildType !== undefined && func0.call(data, "buildType")){
let data0 = data.buildType;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length < 1){
validate153.errors = [{instancePath:instancePath+"/buildType",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate153.errors = [{instancePath:instancePath+"/buildType",message:"must be string"}];
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
validate153.errors = [{instancePath:instancePath+"/externalParameters",message:"must be object"}];
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
validate153.errors = [{instancePath:instancePath+"/internalParameters",message:"must be object,null"}];
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
if(!(validate154(data.resolvedDependencies, {instancePath:instancePath+"/resolvedDependencies",parentData:data,parentDataProperty:"resolvedDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
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
validate153.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate153.errors = vErrors;
return errors === 0;
}


function validate161(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
validate161.errors = [{instancePath,message:"must be string,null"}];
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 30){
validate161.errors = [{instancePath,message:"must NOT have more than 30 characters"}];
return false;
}
else {
if(!pattern20.test(data)){
validate161.errors = [{instancePath,message:"must match pattern \""+"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z)?$"+"\""}];
return false;
}
}
}
}
validate161.errors = vErrors;
return errors === 0;
}


function validate159(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.builder === undefined) || (!(func0.call(data, "builder")))) && (missing0 = "builder")){
validate159.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate159.errors = [{instancePath:instancePath+"/builder",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate159.errors = [{instancePath:instancePath+"/builder/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate159.errors = [{instancePath:instancePath+"/builder/id",message:"must be string"}];
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
if(!(validate154(data0.builderDependencies, {instancePath:instancePath+"/builder/builderDependencies",parentData:data0,parentDataProperty:"builderDependencies",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
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
validate159.errors = [{instancePath:instancePath+"/builder/version",message:"must be object,null"}];
return false;
}
if(errors === _errs6){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key0 of Object.keys(data3)){
const _errs9 = errors;
if(typeof data3[key0] !== "string"){
validate159.errors = [{instancePath:instancePath+"/builder/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate159.errors = [{instancePath:instancePath+"/builder",message:"must be object"}];
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
validate159.errors = [{instancePath:instancePath+"/metadata",message:"must be object,null"}];
return false;
}
if(errors === _errs11){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.invocationId !== undefined && func0.call(data5, "invocationId")){
let data6 = data5.invocationId;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate159.errors = [{instancePath:instancePath+"/metadata/invocationId",message:"must be string,null"}];
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
if(!(validate161(data5.startedOn, {instancePath:instancePath+"/metadata/startedOn",parentData:data5,parentDataProperty:"startedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
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
if(!(validate161(data5.finishedOn, {instancePath:instancePath+"/metadata/finishedOn",parentData:data5,parentDataProperty:"finishedOn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate161.errors : vErrors.concat(validate161.errors);
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
if(!(validate154(data.byproducts, {instancePath:instancePath+"/byproducts",parentData:data,parentDataProperty:"byproducts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
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
validate159.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate159.errors = vErrors;
return errors === 0;
}


function validate152(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.buildDefinition === undefined) || (!(func0.call(data, "buildDefinition")))) && (missing0 = "buildDefinition")) || (((data.runDetails === undefined) || (!(func0.call(data, "runDetails")))) && (missing0 = "runDetails"))){
validate152.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.buildDefinition !== undefined && func0.call(data, "buildDefinition")){
const _errs1 = errors;
if(!(validate153(data.buildDefinition, {instancePath:instancePath+"/buildDefinition",parentData:data,parentDataProperty:"buildDefinition",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate153.errors : vErrors.concat(validate153.errors);
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
if(!(validate159(data.runDetails, {instancePath:instancePath+"/runDetails",parentData:data,parentDataProperty:"runDetails",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate159.errors : vErrors.concat(validate159.errors);
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
validate152.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate152.errors = vErrors;
return errors === 0;
}

export const spdx_v2: Validator = validate166;
const pattern22 = new RegExp("^SPDX-2\\.[23]$", "u");

function validate166(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.spdxVersion === undefined) || (!(func0.call(data, "spdxVersion")))) && (missing0 = "spdxVersion")) || (((data.SPDXID === undefined) || (!(func0.call(data, "SPDXID")))) && (missing0 = "SPDXID"))) || (((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name"))) || (((data.dataLicense === undefined) || (!(func0.call(data, "dataLicense")))) && (missing0 = "dataLicense"))) || (((data.documentNamespace === undefined) || (!(func0.call(data, "documentNamespace")))) && (missing0 = "documentNamespace"))) || (((data.creationInfo === undefined) || (!(func0.call(data, "creationInfo")))) && (missing0 = "creationInfo"))){
validate166.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.spdxVersion !== undefined && func0.call(data, "spdxVersion")){
let data0 = data.spdxVersion;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 8){
validate166.errors = [{instancePath:instancePath+"/spdxVersion",message:"must NOT have more than 8 characters"}];
return false;
}
else {
if(!pattern22.test(data0)){
validate166.errors = [{instancePath:instancePath+"/spdxVersion",message:"must match pattern \""+"^SPDX-2\\.[23]$"+"\""}];
return false;
}
}
}
else {
validate166.errors = [{instancePath:instancePath+"/spdxVersion",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/SPDXID",message:"must be equal to constant"}];
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
validate166.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/dataLicense",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/documentNamespace",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate166.errors = [{instancePath:instancePath+"/documentNamespace",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/creationInfo",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data5.created !== undefined && func0.call(data5, "created")){
let data6 = data5.created;
const _errs12 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate166.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must be string,null"}];
return false;
}
if(errors === _errs12){
if(typeof data6 === "string"){
if(data6.length > 40){
validate166.errors = [{instancePath:instancePath+"/creationInfo/created",message:"must NOT have more than 40 characters"}];
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
validate166.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data7[i0] !== "string"){
validate166.errors = [{instancePath:instancePath+"/creationInfo/creators/" + i0,message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/creationInfo/creators",message:"must be array"}];
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
validate166.errors = [{instancePath:instancePath+"/creationInfo",message:"must be object"}];
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
validate166.errors = [{instancePath:instancePath+"/packages",message:"must be array,null"}];
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
validate166.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.SPDXID !== undefined && func0.call(data10, "SPDXID")){
let data11 = data10.SPDXID;
const _errs22 = errors;
if(errors === _errs22){
if(typeof data11 === "string"){
if(data11.length < 1){
validate166.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate166.errors = [{instancePath:instancePath+"/packages/" + i1+"/SPDXID",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/packages/" + i1+"/name",message:"must be string"}];
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
validate166.errors = [{instancePath:instancePath+"/packages/" + i1,message:"must be object"}];
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
validate166.errors = [{instancePath:instancePath+"/files",message:"must be array,null"}];
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
validate166.errors = [{instancePath:instancePath+"/files/" + i2,message:"must be object"}];
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
validate166.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate166.errors = vErrors;
return errors === 0;
}

export const spdx_v3: Validator = validate167;
const pattern23 = new RegExp("^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$", "u");

function validate167(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data["@context"] === undefined) || (!(func0.call(data, "@context")))) && (missing0 = "@context")) || (((data["@graph"] === undefined) || (!(func0.call(data, "@graph")))) && (missing0 = "@graph"))){
validate167.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data["@context"] !== undefined && func0.call(data, "@context")){
let data0 = data["@context"];
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(data0.length > 64){
validate167.errors = [{instancePath:instancePath+"/@context",message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(!pattern23.test(data0)){
validate167.errors = [{instancePath:instancePath+"/@context",message:"must match pattern \""+"^https://spdx\\.org/rdf/3\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?/spdx-context\\.jsonld$"+"\""}];
return false;
}
}
}
else {
validate167.errors = [{instancePath:instancePath+"/@context",message:"must be string"}];
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
validate167.errors = [{instancePath:instancePath+"/@graph",message:"must NOT have fewer than 1 items"}];
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
validate167.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.type !== undefined && func0.call(data2, "type")){
let data3 = data2.type;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(data3.length < 1){
validate167.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate167.errors = [{instancePath:instancePath+"/@graph/" + i0+"/type",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate167.errors = [{instancePath:instancePath+"/@graph/" + i0,message:"must be object"}];
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
validate167.errors = [{instancePath:instancePath+"/@graph",message:"must be array"}];
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
validate167.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate167.errors = vErrors;
return errors === 0;
}

export const svr_v0_2: Validator = validate168;

function validate168(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.timeCreated === undefined) || (!(func0.call(data, "timeCreated")))) && (missing0 = "timeCreated"))) || (((data.properties === undefined) || (!(func0.call(data, "properties")))) && (missing0 = "properties"))){
validate168.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate168.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate168.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate168.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
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
validate168.errors = [{instancePath:instancePath+"/verifier/policies/" + i0,message:"must be object"}];
return false;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
validate168.errors = [{instancePath:instancePath+"/verifier/policies",message:"must be array"}];
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
validate168.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate168.errors = [{instancePath:instancePath+"/timeCreated",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate168.errors = [{instancePath:instancePath+"/timeCreated",message:"must be string"}];
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
validate168.errors = [{instancePath:instancePath+"/properties/" + i1,message:"must be string"}];
return false;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate168.errors = [{instancePath:instancePath+"/properties",message:"must be array"}];
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
validate168.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate168.errors = vErrors;
return errors === 0;
}

export const test_result: Validator = validate169;

function validate169(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.result === undefined) || (!(func0.call(data, "result")))) && (missing0 = "result")) || (((data.configuration === undefined) || (!(func0.call(data, "configuration")))) && (missing0 = "configuration"))){
validate169.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.result !== undefined && func0.call(data, "result")){
let data0 = data.result;
const _errs1 = errors;
if(!(((data0 === "PASSED") || (data0 === "WARNED")) || (data0 === "FAILED"))){
validate169.errors = [{instancePath:instancePath+"/result",message:"must be equal to one of the allowed values"}];
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
validate169.errors = [{instancePath:instancePath+"/configuration/" + i0,message:"must be object"}];
return false;
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate169.errors = [{instancePath:instancePath+"/configuration",message:"must be array"}];
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
validate169.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate169.errors = vErrors;
return errors === 0;
}

export const vsa_v0_2: Validator = validate170;

function validate170(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.time_verified === undefined) || (!(func0.call(data, "time_verified")))) && (missing0 = "time_verified"))) || (((data.resource_uri === undefined) || (!(func0.call(data, "resource_uri")))) && (missing0 = "resource_uri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verification_result === undefined) || (!(func0.call(data, "verification_result")))) && (missing0 = "verification_result"))) || (((data.policy_level === undefined) || (!(func0.call(data, "policy_level")))) && (missing0 = "policy_level"))){
validate170.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate170.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate170.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate170.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate170.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate170.errors = [{instancePath:instancePath+"/time_verified",message:"must be string,null"}];
return false;
}
if(errors === _errs5){
if(typeof data2 === "string"){
if(data2.length > 40){
validate170.errors = [{instancePath:instancePath+"/time_verified",message:"must NOT have more than 40 characters"}];
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
validate170.errors = [{instancePath:instancePath+"/resource_uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate170.errors = [{instancePath:instancePath+"/resource_uri",message:"must be string"}];
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
validate170.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate170.errors = [{instancePath:instancePath+"/input_attestations",message:"must be array,null"}];
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
validate170.errors = [{instancePath:instancePath+"/input_attestations/" + i0,message:"must be object"}];
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
validate170.errors = [{instancePath:instancePath+"/verification_result",message:"must be equal to one of the allowed values"}];
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
validate170.errors = [{instancePath:instancePath+"/policy_level",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate170.errors = [{instancePath:instancePath+"/policy_level",message:"must be string"}];
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
validate170.errors = [{instancePath:instancePath+"/dependency_levels",message:"must be object,null"}];
return false;
}
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key0 of Object.keys(data9)){
let data10 = data9[key0];
const _errs21 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
validate170.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs21){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate170.errors = [{instancePath:instancePath+"/dependency_levels/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate170.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate170.errors = vErrors;
return errors === 0;
}

export const vsa_v1: Validator = validate171;

function validate171(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.verifier === undefined) || (!(func0.call(data, "verifier")))) && (missing0 = "verifier")) || (((data.resourceUri === undefined) || (!(func0.call(data, "resourceUri")))) && (missing0 = "resourceUri"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.verificationResult === undefined) || (!(func0.call(data, "verificationResult")))) && (missing0 = "verificationResult"))) || (((data.verifiedLevels === undefined) || (!(func0.call(data, "verifiedLevels")))) && (missing0 = "verifiedLevels"))){
validate171.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate171.errors = [{instancePath:instancePath+"/verifier",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate171.errors = [{instancePath:instancePath+"/verifier/id",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate171.errors = [{instancePath:instancePath+"/verifier/id",message:"must be string"}];
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
validate171.errors = [{instancePath:instancePath+"/verifier/version",message:"must be object,null"}];
return false;
}
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 of Object.keys(data2)){
const _errs8 = errors;
if(typeof data2[key0] !== "string"){
validate171.errors = [{instancePath:instancePath+"/verifier/version/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
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
validate171.errors = [{instancePath:instancePath+"/verifier",message:"must be object"}];
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
validate171.errors = [{instancePath:instancePath+"/resourceUri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate171.errors = [{instancePath:instancePath+"/resourceUri",message:"must be string"}];
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
validate171.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
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
validate171.errors = [{instancePath:instancePath+"/inputAttestations",message:"must be array,null"}];
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
validate171.errors = [{instancePath:instancePath+"/inputAttestations/" + i0,message:"must be object"}];
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
validate171.errors = [{instancePath:instancePath+"/verificationResult",message:"must be equal to one of the allowed values"}];
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
validate171.errors = [{instancePath:instancePath+"/verifiedLevels/" + i1,message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate171.errors = [{instancePath:instancePath+"/verifiedLevels",message:"must be array"}];
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
validate171.errors = [{instancePath:instancePath+"/dependencyLevels",message:"must be object,null"}];
return false;
}
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key1 of Object.keys(data11)){
let data12 = data11[key1];
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate171.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 0 || isNaN(data12)){
validate171.errors = [{instancePath:instancePath+"/dependencyLevels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 0"}];
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
validate171.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate171.errors = vErrors;
return errors === 0;
}

export const vulns: Validator = validate172;

function validate172(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.scanner === undefined) || (!(func0.call(data, "scanner")))) && (missing0 = "scanner")) || (((data.metadata === undefined) || (!(func0.call(data, "metadata")))) && (missing0 = "metadata"))){
validate172.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
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
validate172.errors = [{instancePath:instancePath+"/scanner",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.uri !== undefined && func0.call(data0, "uri")){
let data1 = data0.uri;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(data1.length < 1){
validate172.errors = [{instancePath:instancePath+"/scanner/uri",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate172.errors = [{instancePath:instancePath+"/scanner/uri",message:"must be string"}];
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
validate172.errors = [{instancePath:instancePath+"/scanner/db",message:"must be object,null"}];
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
validate172.errors = [{instancePath:instancePath+"/scanner/result/" + i0,message:"must be object"}];
return false;
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate172.errors = [{instancePath:instancePath+"/scanner/result",message:"must be array"}];
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
validate172.errors = [{instancePath:instancePath+"/scanner",message:"must be object"}];
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
validate172.errors = [{instancePath:instancePath+"/metadata",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data5.scanStartedOn !== undefined && func0.call(data5, "scanStartedOn")){
let data6 = data5.scanStartedOn;
const _errs13 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate172.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs13){
if(typeof data6 === "string"){
if(data6.length > 40){
validate172.errors = [{instancePath:instancePath+"/metadata/scanStartedOn",message:"must NOT have more than 40 characters"}];
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
validate172.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must be string,null"}];
return false;
}
if(errors === _errs15){
if(typeof data7 === "string"){
if(data7.length > 40){
validate172.errors = [{instancePath:instancePath+"/metadata/scanFinishedOn",message:"must NOT have more than 40 characters"}];
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
validate172.errors = [{instancePath:instancePath+"/metadata",message:"must be object"}];
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
validate172.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate172.errors = vErrors;
return errors === 0;
}

// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const custody_event_v1: Validator = validate52;
const func0 = Object.prototype.hasOwnProperty;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1024){
validate53.errors = [{instancePath,message:"must NOT have more than 1024 characters"}];
return false;
}
else {
if(data.length < 1){
validate53.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate53.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

const pattern3 = new RegExp("^[0-9a-f]{64}$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64){
validate56.errors = [{instancePath,message:"must NOT have more than 64 characters"}];
return false;
}
else {
if(data.length < 64){
validate56.errors = [{instancePath,message:"must NOT have fewer than 64 characters"}];
return false;
}
else {
if(!pattern3.test(data)){
validate56.errors = [{instancePath,message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate56.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}

const pattern4 = new RegExp("^[0-9a-f]{96}$", "u");
const pattern5 = new RegExp("^[0-9a-f]{128}$", "u");
const pattern6 = new RegExp("^[0-9a-f]{40}$", "u");
const pattern7 = new RegExp("^[0-9a-f]{32}$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
validate55.errors = [{instancePath,message:"must NOT have fewer than 1 properties"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "sha256") || (key0 === "sha384")) || (key0 === "sha512")) || (key0 === "sha1")) || (key0 === "md5"))){
validate55.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.sha256 !== undefined && func0.call(data, "sha256")){
const _errs2 = errors;
if(!(validate56(data.sha256, {instancePath:instancePath+"/sha256",parentData:data,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
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
validate55.errors = [{instancePath:instancePath+"/sha384",message:"must NOT have more than 96 characters"}];
return false;
}
else {
if(data1.length < 96){
validate55.errors = [{instancePath:instancePath+"/sha384",message:"must NOT have fewer than 96 characters"}];
return false;
}
else {
if(!pattern4.test(data1)){
validate55.errors = [{instancePath:instancePath+"/sha384",message:"must match pattern \""+"^[0-9a-f]{96}$"+"\""}];
return false;
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/sha384",message:"must be string"}];
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
validate55.errors = [{instancePath:instancePath+"/sha512",message:"must NOT have more than 128 characters"}];
return false;
}
else {
if(data2.length < 128){
validate55.errors = [{instancePath:instancePath+"/sha512",message:"must NOT have fewer than 128 characters"}];
return false;
}
else {
if(!pattern5.test(data2)){
validate55.errors = [{instancePath:instancePath+"/sha512",message:"must match pattern \""+"^[0-9a-f]{128}$"+"\""}];
return false;
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/sha512",message:"must be string"}];
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
validate55.errors = [{instancePath:instancePath+"/sha1",message:"must NOT have more than 40 characters"}];
return false;
}
else {
if(data3.length < 40){
validate55.errors = [{instancePath:instancePath+"/sha1",message:"must NOT have fewer than 40 characters"}];
return false;
}
else {
if(!pattern6.test(data3)){
validate55.errors = [{instancePath:instancePath+"/sha1",message:"must match pattern \""+"^[0-9a-f]{40}$"+"\""}];
return false;
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/sha1",message:"must be string"}];
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
validate55.errors = [{instancePath:instancePath+"/md5",message:"must NOT have more than 32 characters"}];
return false;
}
else {
if(data4.length < 32){
validate55.errors = [{instancePath:instancePath+"/md5",message:"must NOT have fewer than 32 characters"}];
return false;
}
else {
if(!pattern7.test(data4)){
validate55.errors = [{instancePath:instancePath+"/md5",message:"must match pattern \""+"^[0-9a-f]{32}$"+"\""}];
return false;
}
}
}
}
else {
validate55.errors = [{instancePath:instancePath+"/md5",message:"must be string"}];
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
validate55.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

const pattern8 = new RegExp("^[!-*,-~]+$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 255){
validate60.errors = [{instancePath,message:"must NOT have more than 255 characters"}];
return false;
}
else {
if(data.length < 1){
validate60.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
else {
if(!pattern8.test(data)){
validate60.errors = [{instancePath,message:"must match pattern \""+"^[!-*,-~]+$"+"\""}];
return false;
}
}
}
}
else {
validate60.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate60.errors = vErrors;
return errors === 0;
}

const pattern9 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 71){
validate62.errors = [{instancePath,message:"must NOT have more than 71 characters"}];
return false;
}
else {
if(data.length < 71){
validate62.errors = [{instancePath,message:"must NOT have fewer than 71 characters"}];
return false;
}
else {
if(!pattern9.test(data)){
validate62.errors = [{instancePath,message:"must match pattern \""+"^sha256:[0-9a-f]{64}$"+"\""}];
return false;
}
}
}
}
else {
validate62.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate62.errors = vErrors;
return errors === 0;
}


function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64){
validate64.errors = [{instancePath,message:"must NOT have more than 64 characters"}];
return false;
}
}
else {
validate64.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}


function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 35){
validate66.errors = [{instancePath,message:"must NOT have more than 35 characters"}];
return false;
}
else {
if(data.length < 20){
validate66.errors = [{instancePath,message:"must NOT have fewer than 20 characters"}];
return false;
}
}
}
else {
validate66.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate66.errors = vErrors;
return errors === 0;
}

const pattern10 = new RegExp("^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 24){
validate71.errors = [{instancePath,message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern10.test(data)){
validate71.errors = [{instancePath,message:"must match pattern \""+"^-?PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate71.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate71.errors = vErrors;
return errors === 0;
}

const pattern11 = new RegExp("^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$", "u");

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 24){
validate73.errors = [{instancePath,message:"must NOT have more than 24 characters"}];
return false;
}
else {
if(!pattern11.test(data)){
validate73.errors = [{instancePath,message:"must match pattern \""+"^PT(0|[1-9][0-9]{0,9})(\\.[0-9]{1,9})?S$"+"\""}];
return false;
}
}
}
else {
validate73.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((((data === "custodian") || (data === "examiner")) || (data === "investigator")) || (data === "authority")) || (data === "system"))){
validate78.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate78.errors = vErrors;
return errors === 0;
}


function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")){
validate90.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "id") || (key0 === "state"))){
validate90.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined && func0.call(data, "id")){
const _errs2 = errors;
if(!(validate53(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined && func0.call(data, "state")){
let data1 = data.state;
const _errs3 = errors;
if(!(((data1 === "applied") || (data1 === "intact")) || (data1 === "broken"))){
validate90.errors = [{instancePath:instancePath+"/state",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
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


function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")){
validate84.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "name") || (key0 === "before")) || (key0 === "after")) || (key0 === "change")) || (key0 === "from")) || (key0 === "justification")) || (key0 === "seal")) || (key0 === "holds"))){
validate84.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined && func0.call(data, "name")){
const _errs2 = errors;
if(!(validate53(data.name, {instancePath:instancePath+"/name",parentData:data,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
if(!(validate55(data.before, {instancePath:instancePath+"/before",parentData:data,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
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
if(!(validate55(data.after, {instancePath:instancePath+"/after",parentData:data,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
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
validate84.errors = [{instancePath:instancePath+"/change",message:"must be equal to one of the allowed values"}];
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
if(!(validate53(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
if(!(validate53(data.justification, {instancePath:instancePath+"/justification",parentData:data,parentDataProperty:"justification",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined && func0.call(data, "seal")){
const _errs8 = errors;
if(!(validate90(data.seal, {instancePath:instancePath+"/seal",parentData:data,parentDataProperty:"seal",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.holds !== undefined && func0.call(data, "holds")){
let data7 = data.holds;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data7)){
if(data7.length > 16){
validate84.errors = [{instancePath:instancePath+"/holds",message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data7.length < 1){
validate84.errors = [{instancePath:instancePath+"/holds",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
const _errs11 = errors;
if(!(validate53(data7[i0], {instancePath:instancePath+"/holds/" + i0,parentData:data7,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid1 = _errs11 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/holds",message:"must be array"}];
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


function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1048576){
validate100.errors = [{instancePath,message:"must NOT have more than 1048576 characters"}];
return false;
}
else {
if(data.length < 4){
validate100.errors = [{instancePath,message:"must NOT have fewer than 4 characters"}];
return false;
}
}
}
else {
validate100.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate100.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.line === undefined) || (!(func0.call(data, "line")))) && (missing0 = "line")){
validate97.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "line") || (key0 === "origin")) || (key0 === "index")) || (key0 === "envelope")) || (key0 === "proof")) || (key0 === "note"))){
validate97.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.line !== undefined && func0.call(data, "line")){
const _errs2 = errors;
if(!(validate62(data.line, {instancePath:instancePath+"/line",parentData:data,parentDataProperty:"line",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
if(!(validate60(data.origin, {instancePath:instancePath+"/origin",parentData:data,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
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
validate97.errors = [{instancePath:instancePath+"/index",message:"must be integer"}];
return false;
}
if(errors === _errs4){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 4000000 || isNaN(data2)){
validate97.errors = [{instancePath:instancePath+"/index",message:"must be <= 4000000"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate97.errors = [{instancePath:instancePath+"/index",message:"must be >= 0"}];
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
if(!(validate100(data.envelope, {instancePath:instancePath+"/envelope",parentData:data,parentDataProperty:"envelope",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
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
validate97.errors = [{instancePath:instancePath+"/proof",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data4.length < 0){
validate97.errors = [{instancePath:instancePath+"/proof",message:"must NOT have fewer than 0 items"}];
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
validate97.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must NOT have more than 44 characters"}];
return false;
}
else {
if(data5.length < 44){
validate97.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must NOT have fewer than 44 characters"}];
return false;
}
}
}
else {
validate97.errors = [{instancePath:instancePath+"/proof/" + i0,message:"must be string"}];
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
validate97.errors = [{instancePath:instancePath+"/proof",message:"must be array"}];
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
validate97.errors = [{instancePath:instancePath+"/note",message:"must NOT have more than 262144 characters"}];
return false;
}
}
else {
validate97.errors = [{instancePath:instancePath+"/note",message:"must be string"}];
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
validate97.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate97.errors = vErrors;
return errors === 0;
}


function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "action") || (key0 === "id")) || (key0 === "publicKey")) || (key0 === "roles")) || (key0 === "validUntil")) || (key0 === "keyid")) || (key0 === "since"))){
validate105.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.action !== undefined && func0.call(data, "action")){
let data0 = data.action;
const _errs2 = errors;
if(!(((data0 === "introduce") || (data0 === "retire")) || (data0 === "compromised"))){
validate105.errors = [{instancePath:instancePath+"/action",message:"must be equal to one of the allowed values"}];
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
if(!(validate53(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
if(!(validate100(data.publicKey, {instancePath:instancePath+"/publicKey",parentData:data,parentDataProperty:"publicKey",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
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
validate105.errors = [{instancePath:instancePath+"/roles",message:"must NOT have more than 5 items"}];
return false;
}
else {
if(data3.length < 1){
validate105.errors = [{instancePath:instancePath+"/roles",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate78(data3[i0], {instancePath:instancePath+"/roles/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
validate105.errors = [{instancePath:instancePath+"/roles",message:"must be array"}];
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
if(!(validate66(data.validUntil, {instancePath:instancePath+"/validUntil",parentData:data,parentDataProperty:"validUntil",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate56(data.keyid, {instancePath:instancePath+"/keyid",parentData:data,parentDataProperty:"keyid",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
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
if(!(validate66(data.since, {instancePath:instancePath+"/since",parentData:data,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
validate105.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate105.errors = vErrors;
return errors === 0;
}


function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((key0 === "roles") || (key0 === "dualControl")) || (key0 === "distinctActors")) || (key0 === "maxSilence")) || (key0 === "fixityEvery")) || (key0 === "quorum"))){
validate113.errors = [{instancePath,message:"must NOT have additional properties"}];
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
validate113.errors = [{instancePath:instancePath+"/roles",message:"must NOT have additional properties"}];
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
validate113.errors = [{instancePath:instancePath+"/roles/custodian",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data1.length < 0){
validate113.errors = [{instancePath:instancePath+"/roles/custodian",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate64(data1[i0], {instancePath:instancePath+"/roles/custodian/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
validate113.errors = [{instancePath:instancePath+"/roles/custodian",message:"must be array"}];
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
validate113.errors = [{instancePath:instancePath+"/roles/examiner",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data3.length < 0){
validate113.errors = [{instancePath:instancePath+"/roles/examiner",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
const _errs10 = errors;
if(!(validate64(data3[i1], {instancePath:instancePath+"/roles/examiner/" + i1,parentData:data3,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
validate113.errors = [{instancePath:instancePath+"/roles/examiner",message:"must be array"}];
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
validate113.errors = [{instancePath:instancePath+"/roles/investigator",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data5.length < 0){
validate113.errors = [{instancePath:instancePath+"/roles/investigator",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid4 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
const _errs13 = errors;
if(!(validate64(data5[i2], {instancePath:instancePath+"/roles/investigator/" + i2,parentData:data5,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
validate113.errors = [{instancePath:instancePath+"/roles/investigator",message:"must be array"}];
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
validate113.errors = [{instancePath:instancePath+"/roles/authority",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data7.length < 0){
validate113.errors = [{instancePath:instancePath+"/roles/authority",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid5 = true;
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
const _errs16 = errors;
if(!(validate64(data7[i3], {instancePath:instancePath+"/roles/authority/" + i3,parentData:data7,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
validate113.errors = [{instancePath:instancePath+"/roles/authority",message:"must be array"}];
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
validate113.errors = [{instancePath:instancePath+"/roles/system",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data9.length < 0){
validate113.errors = [{instancePath:instancePath+"/roles/system",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid6 = true;
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
const _errs19 = errors;
if(!(validate64(data9[i4], {instancePath:instancePath+"/roles/system/" + i4,parentData:data9,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
validate113.errors = [{instancePath:instancePath+"/roles/system",message:"must be array"}];
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
validate113.errors = [{instancePath:instancePath+"/roles",message:"must be object"}];
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
validate113.errors = [{instancePath:instancePath+"/dualControl",message:"must NOT have more than 64 properties"}];
return false;
}
else {
for(const key2 of Object.keys(data11)){
let data12 = data11[key2];
const _errs23 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate113.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be integer"}];
return false;
}
if(errors === _errs23){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 32 || isNaN(data12)){
validate113.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be <= 32"}];
return false;
}
else {
if(data12 < 1 || isNaN(data12)){
validate113.errors = [{instancePath:instancePath+"/dualControl/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be >= 1"}];
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
validate113.errors = [{instancePath:instancePath+"/dualControl",message:"must be object"}];
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
validate113.errors = [{instancePath:instancePath+"/distinctActors",message:"must be boolean"}];
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
if(!(validate73(data.maxSilence, {instancePath:instancePath+"/maxSilence",parentData:data,parentDataProperty:"maxSilence",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
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
if(!(validate73(data.fixityEvery, {instancePath:instancePath+"/fixityEvery",parentData:data,parentDataProperty:"fixityEvery",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
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
validate113.errors = [{instancePath:instancePath+"/quorum",message:"must be integer"}];
return false;
}
if(errors === _errs29){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 64 || isNaN(data16)){
validate113.errors = [{instancePath:instancePath+"/quorum",message:"must be <= 64"}];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate113.errors = [{instancePath:instancePath+"/quorum",message:"must be >= 0"}];
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
validate113.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate113.errors = vErrors;
return errors === 0;
}


function validate122(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 8192){
validate122.errors = [{instancePath,message:"must NOT have more than 8192 characters"}];
return false;
}
else {
if(data.length < 1){
validate122.errors = [{instancePath,message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate122.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate122.errors = vErrors;
return errors === 0;
}


function validate132(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kind === undefined) || (!(func0.call(data, "kind")))) && (missing0 = "kind")){
validate132.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "kind") || (key0 === "note")) || (key0 === "data")) || (key0 === "timestamps")) || (key0 === "bundles"))){
validate132.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined && func0.call(data, "kind")){
let data0 = data.kind;
const _errs2 = errors;
if(!((data0 === "checkpoint") || (data0 === "outside"))){
validate132.errors = [{instancePath:instancePath+"/kind",message:"must be equal to one of the allowed values"}];
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
validate132.errors = [{instancePath:instancePath+"/note",message:"must NOT have more than 262144 characters"}];
return false;
}
else {
if(data1.length < 1){
validate132.errors = [{instancePath:instancePath+"/note",message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate132.errors = [{instancePath:instancePath+"/note",message:"must be string"}];
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
if(!(validate100(data.data, {instancePath:instancePath+"/data",parentData:data,parentDataProperty:"data",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
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
validate132.errors = [{instancePath:instancePath+"/timestamps",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data3.length < 1){
validate132.errors = [{instancePath:instancePath+"/timestamps",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate100(data3[i0], {instancePath:instancePath+"/timestamps/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
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
validate132.errors = [{instancePath:instancePath+"/timestamps",message:"must be array"}];
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
validate132.errors = [{instancePath:instancePath+"/bundles",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data5.length < 1){
validate132.errors = [{instancePath:instancePath+"/bundles",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid2 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
const _errs11 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
validate132.errors = [{instancePath:instancePath+"/bundles/" + i1,message:"must be object"}];
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
validate132.errors = [{instancePath:instancePath+"/bundles",message:"must be array"}];
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
validate132.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate132.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data._type === undefined) || (!(func0.call(data, "_type")))) && (missing0 = "_type")) || (((data.subject === undefined) || (!(func0.call(data, "subject")))) && (missing0 = "subject"))) || (((data.predicateType === undefined) || (!(func0.call(data, "predicateType")))) && (missing0 = "predicateType"))) || (((data.predicate === undefined) || (!(func0.call(data, "predicate")))) && (missing0 = "predicate"))){
validate52.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "_type") || (key0 === "subject")) || (key0 === "predicateType")) || (key0 === "predicate"))){
validate52.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data._type !== undefined && func0.call(data, "_type")){
const _errs2 = errors;
if("https://in-toto.io/Statement/v1" !== data._type){
validate52.errors = [{instancePath:instancePath+"/_type",message:"must be equal to constant"}];
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
validate52.errors = [{instancePath:instancePath+"/subject",message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data1.length < 1){
validate52.errors = [{instancePath:instancePath+"/subject",message:"must NOT have fewer than 1 items"}];
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
validate52.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs7 = errors;
for(const key1 of Object.keys(data2)){
if(!((key1 === "name") || (key1 === "digest"))){
validate52.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs7 === errors){
if(data2.name !== undefined && func0.call(data2, "name")){
const _errs8 = errors;
if(!(validate53(data2.name, {instancePath:instancePath+"/subject/" + i0+"/name",parentData:data2,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
if(!(validate55(data2.digest, {instancePath:instancePath+"/subject/" + i0+"/digest",parentData:data2,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
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
validate52.errors = [{instancePath:instancePath+"/subject/" + i0,message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/subject",message:"must be array"}];
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
validate52.errors = [{instancePath:instancePath+"/predicateType",message:"must be equal to constant"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs13 = errors;
for(const key2 of Object.keys(data6)){
if(!(func0.call({"case":true,"log":true,"event":true,"clock":true,"performer":true,"purpose":true,"authorization":true,"policyDigest":true,"objects":true,"custody":true,"keys":true,"policy":true,"checkpointKey":true,"witnesses":true,"recovery":true,"peers":true,"target":true,"anchors":true,"instrument":true,"location":true,"outcome":true,"note":true}, key2))){
validate52.errors = [{instancePath:instancePath+"/predicate",message:"must NOT have additional properties"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/case",message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs16 = errors;
for(const key3 of Object.keys(data7)){
if(!(key3 === "id")){
validate52.errors = [{instancePath:instancePath+"/predicate/case",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs16 === errors){
if(data7.id !== undefined && func0.call(data7, "id")){
if(!(validate53(data7.id, {instancePath:instancePath+"/predicate/case/id",parentData:data7,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/case",message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/log",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs20 = errors;
for(const key4 of Object.keys(data9)){
if(!(((key4 === "origin") || (key4 === "seq")) || (key4 === "prev"))){
validate52.errors = [{instancePath:instancePath+"/predicate/log",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs20 === errors){
if(data9.origin !== undefined && func0.call(data9, "origin")){
const _errs21 = errors;
if(!(validate60(data9.origin, {instancePath:instancePath+"/predicate/log/origin",parentData:data9,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be integer"}];
return false;
}
if(errors === _errs22){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 4000000 || isNaN(data11)){
validate52.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be <= 4000000"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate52.errors = [{instancePath:instancePath+"/predicate/log/seq",message:"must be >= 0"}];
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
if(!(validate62(data12, {instancePath:instancePath+"/predicate/log/prev",parentData:data9,parentDataProperty:"prev",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
validate52.errors = vErrors;
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
validate52.errors = [{instancePath:instancePath+"/predicate/log",message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/event",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs31 = errors;
for(const key5 of Object.keys(data13)){
if(!((((key5 === "type") || (key5 === "eventDateTime")) || (key5 === "endDateTime")) || (key5 === "recordedDateTime"))){
validate52.errors = [{instancePath:instancePath+"/predicate/event",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs31 === errors){
if(data13.type !== undefined && func0.call(data13, "type")){
const _errs32 = errors;
if(!(validate64(data13.type, {instancePath:instancePath+"/predicate/event/type",parentData:data13,parentDataProperty:"type",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
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
if(!(validate66(data13.eventDateTime, {instancePath:instancePath+"/predicate/event/eventDateTime",parentData:data13,parentDataProperty:"eventDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate66(data13.endDateTime, {instancePath:instancePath+"/predicate/event/endDateTime",parentData:data13,parentDataProperty:"endDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate66(data13.recordedDateTime, {instancePath:instancePath+"/predicate/event/recordedDateTime",parentData:data13,parentDataProperty:"recordedDateTime",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/event",message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/clock",message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key6 of Object.keys(data18)){
if(!((((((key6 === "source") || (key6 === "sync")) || (key6 === "offset")) || (key6 === "uncertainty")) || (key6 === "measuredAt")) || (key6 === "reference"))){
validate52.errors = [{instancePath:instancePath+"/predicate/clock",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data18.source !== undefined && func0.call(data18, "source")){
const _errs39 = errors;
if(!(validate53(data18.source, {instancePath:instancePath+"/predicate/clock/source",parentData:data18,parentDataProperty:"source",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/clock/sync",message:"must be equal to one of the allowed values"}];
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
if(!(validate71(data18.offset, {instancePath:instancePath+"/predicate/clock/offset",parentData:data18,parentDataProperty:"offset",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
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
if(!(validate73(data18.uncertainty, {instancePath:instancePath+"/predicate/clock/uncertainty",parentData:data18,parentDataProperty:"uncertainty",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
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
if(!(validate66(data18.measuredAt, {instancePath:instancePath+"/predicate/clock/measuredAt",parentData:data18,parentDataProperty:"measuredAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
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
if(!(validate53(data18.reference, {instancePath:instancePath+"/predicate/clock/reference",parentData:data18,parentDataProperty:"reference",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/clock",message:"must be object"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/performer",message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs47 = errors;
for(const key7 of Object.keys(data25)){
if(!(((key7 === "id") || (key7 === "role")) || (key7 === "onBehalfOf"))){
validate52.errors = [{instancePath:instancePath+"/predicate/performer",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs47 === errors){
if(data25.id !== undefined && func0.call(data25, "id")){
const _errs48 = errors;
if(!(validate53(data25.id, {instancePath:instancePath+"/predicate/performer/id",parentData:data25,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
if(!(validate78(data25.role, {instancePath:instancePath+"/predicate/performer/role",parentData:data25,parentDataProperty:"role",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
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
if(!(validate53(data25.onBehalfOf, {instancePath:instancePath+"/predicate/performer/onBehalfOf",parentData:data25,parentDataProperty:"onBehalfOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/performer",message:"must be object"}];
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
if(!(validate53(data6.purpose, {instancePath:instancePath+"/predicate/purpose",parentData:data6,parentDataProperty:"purpose",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs54 = errors;
for(const key8 of Object.keys(data30)){
if(!((key8 === "type") || (key8 === "identifier"))){
validate52.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs54 === errors){
if(data30.type !== undefined && func0.call(data30, "type")){
let data31 = data30.type;
const _errs55 = errors;
if(!(((data31 === "warrant") || (data31 === "ticket")) || (data31 === "order"))){
validate52.errors = [{instancePath:instancePath+"/predicate/authorization/type",message:"must be equal to one of the allowed values"}];
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
if(!(validate53(data30.identifier, {instancePath:instancePath+"/predicate/authorization/identifier",parentData:data30,parentDataProperty:"identifier",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/authorization",message:"must be object"}];
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
if(!(validate62(data6.policyDigest, {instancePath:instancePath+"/predicate/policyDigest",parentData:data6,parentDataProperty:"policyDigest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/objects",message:"must NOT have more than 1024 items"}];
return false;
}
else {
if(data34.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/objects",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid11 = true;
const len1 = data34.length;
for(let i1=0; i1<len1; i1++){
const _errs60 = errors;
if(!(validate84(data34[i1], {instancePath:instancePath+"/predicate/objects/" + i1,parentData:data34,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/objects",message:"must be array"}];
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
validate52.errors = [{instancePath:instancePath+"/predicate/custody",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs63 === errors){
if(data36.transferId !== undefined && func0.call(data36, "transferId")){
const _errs64 = errors;
if(!(validate53(data36.transferId, {instancePath:instancePath+"/predicate/custody/transferId",parentData:data36,parentDataProperty:"transferId",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
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
validate52.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs67 = errors;
for(const key10 of Object.keys(data38)){
if(!(key10 === "id")){
validate52.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs67 === errors){
if(data38.id !== undefined && func0.call(data38, "id")){
if(!(validate53(data38.id, {instancePath:instancePath+"/predicate/custody/to/id",parentData:data38,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/custody/to",message:"must be object"}];
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
if(!(validate97(data36.release, {instancePath:instancePath+"/predicate/custody/release",parentData:data36,parentDataProperty:"release",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid12 = _errs69 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.seal !== undefined && func0.call(data36, "seal")){
const _errs70 = errors;
if(!(validate90(data36.seal, {instancePath:instancePath+"/predicate/custody/seal",parentData:data36,parentDataProperty:"seal",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
var valid12 = _errs70 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.hold !== undefined && func0.call(data36, "hold")){
const _errs71 = errors;
if(!(validate53(data36.hold, {instancePath:instancePath+"/predicate/custody/hold",parentData:data36,parentDataProperty:"hold",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid12 = _errs71 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data36.medium !== undefined && func0.call(data36, "medium")){
let data43 = data36.medium;
const _errs72 = errors;
if(!(((data43 === "courier") || (data43 === "diode")) || (data43 === "network"))){
validate52.errors = [{instancePath:instancePath+"/predicate/custody/medium",message:"must be equal to one of the allowed values"}];
return false;
}
var valid12 = _errs72 === errors;
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
validate52.errors = [{instancePath:instancePath+"/predicate/custody",message:"must be object"}];
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
let data44 = data6.keys;
const _errs73 = errors;
if(errors === _errs73){
if(Array.isArray(data44)){
if(data44.length > 256){
validate52.errors = [{instancePath:instancePath+"/predicate/keys",message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data44.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/keys",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid14 = true;
const len2 = data44.length;
for(let i2=0; i2<len2; i2++){
const _errs75 = errors;
if(!(validate105(data44[i2], {instancePath:instancePath+"/predicate/keys/" + i2,parentData:data44,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
errors = vErrors.length;
}
var valid14 = _errs75 === errors;
if(!valid14){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/keys",message:"must be array"}];
return false;
}
}
var valid3 = _errs73 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.policy !== undefined && func0.call(data6, "policy")){
const _errs76 = errors;
if(!(validate113(data6.policy, {instancePath:instancePath+"/predicate/policy",parentData:data6,parentDataProperty:"policy",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate113.errors : vErrors.concat(validate113.errors);
errors = vErrors.length;
}
var valid3 = _errs76 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.checkpointKey !== undefined && func0.call(data6, "checkpointKey")){
const _errs77 = errors;
if(!(validate122(data6.checkpointKey, {instancePath:instancePath+"/predicate/checkpointKey",parentData:data6,parentDataProperty:"checkpointKey",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var valid3 = _errs77 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.witnesses !== undefined && func0.call(data6, "witnesses")){
let data48 = data6.witnesses;
const _errs78 = errors;
if(errors === _errs78){
if(Array.isArray(data48)){
if(data48.length > 64){
validate52.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data48.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid15 = true;
const len3 = data48.length;
for(let i3=0; i3<len3; i3++){
const _errs80 = errors;
if(!(validate122(data48[i3], {instancePath:instancePath+"/predicate/witnesses/" + i3,parentData:data48,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var valid15 = _errs80 === errors;
if(!valid15){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/witnesses",message:"must be array"}];
return false;
}
}
var valid3 = _errs78 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.recovery !== undefined && func0.call(data6, "recovery")){
let data50 = data6.recovery;
const _errs81 = errors;
if(errors === _errs81){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
let missing10;
if((((data50.threshold === undefined) || (!(func0.call(data50, "threshold")))) && (missing10 = "threshold")) || (((data50.ids === undefined) || (!(func0.call(data50, "ids")))) && (missing10 = "ids"))){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs83 = errors;
for(const key11 of Object.keys(data50)){
if(!((key11 === "threshold") || (key11 === "ids"))){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs83 === errors){
if(data50.threshold !== undefined && func0.call(data50, "threshold")){
let data51 = data50.threshold;
const _errs84 = errors;
if(!(((typeof data51 == "number") && (!(data51 % 1) && !isNaN(data51))) && (isFinite(data51)))){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be integer"}];
return false;
}
if(errors === _errs84){
if((typeof data51 == "number") && (isFinite(data51))){
if(data51 > 32 || isNaN(data51)){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be <= 32"}];
return false;
}
else {
if(data51 < 1 || isNaN(data51)){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/threshold",message:"must be >= 1"}];
return false;
}
}
}
}
var valid16 = _errs84 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data50.ids !== undefined && func0.call(data50, "ids")){
let data52 = data50.ids;
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data52)){
if(data52.length > 64){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data52.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid17 = true;
const len4 = data52.length;
for(let i4=0; i4<len4; i4++){
const _errs88 = errors;
if(!(validate53(data52[i4], {instancePath:instancePath+"/predicate/recovery/ids/" + i4,parentData:data52,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid17 = _errs88 === errors;
if(!valid17){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/recovery/ids",message:"must be array"}];
return false;
}
}
var valid16 = _errs86 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/recovery",message:"must be object"}];
return false;
}
}
var valid3 = _errs81 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.peers !== undefined && func0.call(data6, "peers")){
let data54 = data6.peers;
const _errs89 = errors;
if(errors === _errs89){
if(Array.isArray(data54)){
if(data54.length > 64){
validate52.errors = [{instancePath:instancePath+"/predicate/peers",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data54.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/peers",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid18 = true;
const len5 = data54.length;
for(let i5=0; i5<len5; i5++){
let data55 = data54[i5];
const _errs91 = errors;
if(errors === _errs91){
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
let missing11;
if((((data55.origin === undefined) || (!(func0.call(data55, "origin")))) && (missing11 = "origin")) || (((data55.key === undefined) || (!(func0.call(data55, "key")))) && (missing11 = "key"))){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs93 = errors;
for(const key12 of Object.keys(data55)){
if(!(((key12 === "origin") || (key12 === "key")) || (key12 === "keys"))){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs93 === errors){
if(data55.origin !== undefined && func0.call(data55, "origin")){
const _errs94 = errors;
if(!(validate60(data55.origin, {instancePath:instancePath+"/predicate/peers/" + i5+"/origin",parentData:data55,parentDataProperty:"origin",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
var valid19 = _errs94 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data55.key !== undefined && func0.call(data55, "key")){
const _errs95 = errors;
if(!(validate122(data55.key, {instancePath:instancePath+"/predicate/peers/" + i5+"/key",parentData:data55,parentDataProperty:"key",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate122.errors : vErrors.concat(validate122.errors);
errors = vErrors.length;
}
var valid19 = _errs95 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data55.keys !== undefined && func0.call(data55, "keys")){
let data58 = data55.keys;
const _errs96 = errors;
if(errors === _errs96){
if(Array.isArray(data58)){
if(data58.length > 64){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys",message:"must NOT have more than 64 items"}];
return false;
}
else {
if(data58.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid20 = true;
const len6 = data58.length;
for(let i6=0; i6<len6; i6++){
let data59 = data58[i6];
const _errs98 = errors;
if(errors === _errs98){
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
let missing12;
if((((data59.id === undefined) || (!(func0.call(data59, "id")))) && (missing12 = "id")) || (((data59.publicKey === undefined) || (!(func0.call(data59, "publicKey")))) && (missing12 = "publicKey"))){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6,message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs100 = errors;
for(const key13 of Object.keys(data59)){
if(!(((key13 === "id") || (key13 === "publicKey")) || (key13 === "validUntil"))){
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs100 === errors){
if(data59.id !== undefined && func0.call(data59, "id")){
const _errs101 = errors;
if(!(validate53(data59.id, {instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6+"/id",parentData:data59,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid21 = _errs101 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data59.publicKey !== undefined && func0.call(data59, "publicKey")){
const _errs102 = errors;
if(!(validate100(data59.publicKey, {instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6+"/publicKey",parentData:data59,parentDataProperty:"publicKey",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
errors = vErrors.length;
}
var valid21 = _errs102 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data59.validUntil !== undefined && func0.call(data59, "validUntil")){
const _errs103 = errors;
if(!(validate66(data59.validUntil, {instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6+"/validUntil",parentData:data59,parentDataProperty:"validUntil",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid21 = _errs103 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys/" + i6,message:"must be object"}];
return false;
}
}
var valid20 = _errs98 === errors;
if(!valid20){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5+"/keys",message:"must be array"}];
return false;
}
}
var valid19 = _errs96 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/peers/" + i5,message:"must be object"}];
return false;
}
}
var valid18 = _errs91 === errors;
if(!valid18){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/peers",message:"must be array"}];
return false;
}
}
var valid3 = _errs89 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.target !== undefined && func0.call(data6, "target")){
let data63 = data6.target;
const _errs104 = errors;
if(errors === _errs104){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
let missing13;
if((((data63.seq === undefined) || (!(func0.call(data63, "seq")))) && (missing13 = "seq")) || (((data63.line === undefined) || (!(func0.call(data63, "line")))) && (missing13 = "line"))){
validate52.errors = [{instancePath:instancePath+"/predicate/target",message:"must have required property '"+missing13+"'"}];
return false;
}
else {
const _errs106 = errors;
for(const key14 of Object.keys(data63)){
if(!((key14 === "seq") || (key14 === "line"))){
validate52.errors = [{instancePath:instancePath+"/predicate/target",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs106 === errors){
if(data63.seq !== undefined && func0.call(data63, "seq")){
let data64 = data63.seq;
const _errs107 = errors;
if(!(((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64))) && (isFinite(data64)))){
validate52.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be integer"}];
return false;
}
if(errors === _errs107){
if((typeof data64 == "number") && (isFinite(data64))){
if(data64 > 4000000 || isNaN(data64)){
validate52.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be <= 4000000"}];
return false;
}
else {
if(data64 < 0 || isNaN(data64)){
validate52.errors = [{instancePath:instancePath+"/predicate/target/seq",message:"must be >= 0"}];
return false;
}
}
}
}
var valid22 = _errs107 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data63.line !== undefined && func0.call(data63, "line")){
const _errs109 = errors;
if(!(validate62(data63.line, {instancePath:instancePath+"/predicate/target/line",parentData:data63,parentDataProperty:"line",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid22 = _errs109 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/target",message:"must be object"}];
return false;
}
}
var valid3 = _errs104 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.anchors !== undefined && func0.call(data6, "anchors")){
let data66 = data6.anchors;
const _errs110 = errors;
if(errors === _errs110){
if(Array.isArray(data66)){
if(data66.length > 32){
validate52.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must NOT have more than 32 items"}];
return false;
}
else {
if(data66.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid23 = true;
const len7 = data66.length;
for(let i7=0; i7<len7; i7++){
const _errs112 = errors;
if(!(validate132(data66[i7], {instancePath:instancePath+"/predicate/anchors/" + i7,parentData:data66,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate132.errors : vErrors.concat(validate132.errors);
errors = vErrors.length;
}
var valid23 = _errs112 === errors;
if(!valid23){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/anchors",message:"must be array"}];
return false;
}
}
var valid3 = _errs110 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.instrument !== undefined && func0.call(data6, "instrument")){
let data68 = data6.instrument;
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data68)){
if(data68.length > 16){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must NOT have more than 16 items"}];
return false;
}
else {
if(data68.length < 1){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid24 = true;
const len8 = data68.length;
for(let i8=0; i8<len8; i8++){
let data69 = data68[i8];
const _errs115 = errors;
if(errors === _errs115){
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
let missing14;
if(((data69.name === undefined) || (!(func0.call(data69, "name")))) && (missing14 = "name")){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8,message:"must have required property '"+missing14+"'"}];
return false;
}
else {
const _errs117 = errors;
for(const key15 of Object.keys(data69)){
if(!((((key15 === "name") || (key15 === "version")) || (key15 === "digest")) || (key15 === "commandLine"))){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs117 === errors){
if(data69.name !== undefined && func0.call(data69, "name")){
const _errs118 = errors;
if(!(validate53(data69.name, {instancePath:instancePath+"/predicate/instrument/" + i8+"/name",parentData:data69,parentDataProperty:"name",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid25 = _errs118 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data69.version !== undefined && func0.call(data69, "version")){
const _errs119 = errors;
if(!(validate53(data69.version, {instancePath:instancePath+"/predicate/instrument/" + i8+"/version",parentData:data69,parentDataProperty:"version",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid25 = _errs119 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data69.digest !== undefined && func0.call(data69, "digest")){
const _errs120 = errors;
if(!(validate55(data69.digest, {instancePath:instancePath+"/predicate/instrument/" + i8+"/digest",parentData:data69,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid25 = _errs120 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data69.commandLine !== undefined && func0.call(data69, "commandLine")){
let data73 = data69.commandLine;
const _errs121 = errors;
if(errors === _errs121){
if(Array.isArray(data73)){
if(data73.length > 256){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8+"/commandLine",message:"must NOT have more than 256 items"}];
return false;
}
else {
if(data73.length < 0){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8+"/commandLine",message:"must NOT have fewer than 0 items"}];
return false;
}
else {
var valid26 = true;
const len9 = data73.length;
for(let i9=0; i9<len9; i9++){
let data74 = data73[i9];
const _errs123 = errors;
if(errors === _errs123){
if(typeof data74 === "string"){
if(data74.length > 4096){
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8+"/commandLine/" + i9,message:"must NOT have more than 4096 characters"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8+"/commandLine/" + i9,message:"must be string"}];
return false;
}
}
var valid26 = _errs123 === errors;
if(!valid26){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8+"/commandLine",message:"must be array"}];
return false;
}
}
var valid25 = _errs121 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/instrument/" + i8,message:"must be object"}];
return false;
}
}
var valid24 = _errs115 === errors;
if(!valid24){
break;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/instrument",message:"must be array"}];
return false;
}
}
var valid3 = _errs113 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.location !== undefined && func0.call(data6, "location")){
const _errs125 = errors;
if(!(validate53(data6.location, {instancePath:instancePath+"/predicate/location",parentData:data6,parentDataProperty:"location",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid3 = _errs125 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.outcome !== undefined && func0.call(data6, "outcome")){
let data76 = data6.outcome;
const _errs126 = errors;
if(errors === _errs126){
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
let missing15;
if(((data76.code === undefined) || (!(func0.call(data76, "code")))) && (missing15 = "code")){
validate52.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must have required property '"+missing15+"'"}];
return false;
}
else {
const _errs128 = errors;
for(const key16 of Object.keys(data76)){
if(!((key16 === "code") || (key16 === "note"))){
validate52.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs128 === errors){
if(data76.code !== undefined && func0.call(data76, "code")){
let data77 = data76.code;
const _errs129 = errors;
if(!((((((data77 === "accepted") || (data77 === "rejected")) || (data77 === "pass")) || (data77 === "fail")) || (data77 === "unavailable")) || (data77 === "insufficient_evidence"))){
validate52.errors = [{instancePath:instancePath+"/predicate/outcome/code",message:"must be equal to one of the allowed values"}];
return false;
}
var valid27 = _errs129 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data76.note !== undefined && func0.call(data76, "note")){
const _errs130 = errors;
if(!(validate53(data76.note, {instancePath:instancePath+"/predicate/outcome/note",parentData:data76,parentDataProperty:"note",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid27 = _errs130 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/predicate/outcome",message:"must be object"}];
return false;
}
}
var valid3 = _errs126 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data6.note !== undefined && func0.call(data6, "note")){
const _errs131 = errors;
if(!(validate53(data6.note, {instancePath:instancePath+"/predicate/note",parentData:data6,parentDataProperty:"note",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid3 = _errs131 === errors;
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
validate52.errors = [{instancePath:instancePath+"/predicate",message:"must be object"}];
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
validate52.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

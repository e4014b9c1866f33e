// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const replay_v1: Validator = validate52;
const func0 = Object.prototype.hasOwnProperty;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.decision === undefined) || (!(func0.call(data, "decision")))) && (missing0 = "decision")) || (((data.exitCode === undefined) || (!(func0.call(data, "exitCode")))) && (missing0 = "exitCode"))) || (((data.indication === undefined) || (!(func0.call(data, "indication")))) && (missing0 = "indication"))){
validate53.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((key0 === "decision") || (key0 === "exitCode")) || (key0 === "indication"))){
validate53.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.decision !== undefined && func0.call(data, "decision")){
let data0 = data.decision;
const _errs2 = errors;
if(!(((data0 === "accept") || (data0 === "warn")) || (data0 === "reject"))){
validate53.errors = [{instancePath:instancePath+"/decision",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exitCode !== undefined && func0.call(data, "exitCode")){
let data1 = data.exitCode;
const _errs3 = errors;
if(!((((((data1 === 0) || (data1 === 1)) || (data1 === 2)) || (data1 === 3)) || (data1 === 4)) || (data1 === 5))){
validate53.errors = [{instancePath:instancePath+"/exitCode",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.indication !== undefined && func0.call(data, "indication")){
let data2 = data.indication;
const _errs4 = errors;
if(!(((data2 === "TOTAL-PASSED") || (data2 === "INDETERMINATE")) || (data2 === "TOTAL-FAILED"))){
validate53.errors = [{instancePath:instancePath+"/indication",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
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
validate53.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

const pattern3 = new RegExp("^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "u");

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern3.test(data)){
validate55.errors = [{instancePath,message:"must match pattern \""+"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate58.errors = [{instancePath,message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate58.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate58.errors = vErrors;
return errors === 0;
}

const pattern5 = new RegExp("^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$", "u");

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern5.test(data)){
validate62.errors = [{instancePath,message:"must match pattern \""+"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$"+"\""}];
return false;
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

const pattern6 = new RegExp("^-?(0|[1-9][0-9]*)$", "u");

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern6.test(data)){
validate66.errors = [{instancePath,message:"must match pattern \""+"^-?(0|[1-9][0-9]*)$"+"\""}];
return false;
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


function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.of === undefined) || (!(func0.call(data, "of")))) && (missing0 = "of")) || (((data.raw === undefined) || (!(func0.call(data, "raw")))) && (missing0 = "raw"))) || (((data.instant === undefined) || (!(func0.call(data, "instant")))) && (missing0 = "instant"))) || (((data.rule === undefined) || (!(func0.call(data, "rule")))) && (missing0 = "rule"))) || (((data.precision === undefined) || (!(func0.call(data, "precision")))) && (missing0 = "precision"))){
validate64.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "of") || (key0 === "raw")) || (key0 === "instant")) || (key0 === "rule")) || (key0 === "precision"))){
validate64.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.of !== undefined && func0.call(data, "of")){
const _errs2 = errors;
if(typeof data.of !== "string"){
validate64.errors = [{instancePath:instancePath+"/of",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.raw !== undefined && func0.call(data, "raw")){
const _errs4 = errors;
if(typeof data.raw !== "string"){
validate64.errors = [{instancePath:instancePath+"/raw",message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instant !== undefined && func0.call(data, "instant")){
let data2 = data.instant;
const _errs6 = errors;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(!(validate55(data2, {instancePath:instancePath+"/instant",parentData:data,parentDataProperty:"instant",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
const _errs9 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/instant",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/instant",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate64.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rule !== undefined && func0.call(data, "rule")){
const _errs11 = errors;
if(typeof data.rule !== "string"){
validate64.errors = [{instancePath:instancePath+"/rule",message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.precision !== undefined && func0.call(data, "precision")){
const _errs13 = errors;
if(!(validate66(data.precision, {instancePath:instancePath+"/precision",parentData:data,parentDataProperty:"precision",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
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
validate64.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}


function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.notBefore === undefined) || (!(func0.call(data, "notBefore")))) && (missing0 = "notBefore")) || (((data.notAfter === undefined) || (!(func0.call(data, "notAfter")))) && (missing0 = "notAfter"))){
validate71.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "notBefore") || (key0 === "notAfter"))){
validate71.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.notBefore !== undefined && func0.call(data, "notBefore")){
let data0 = data.notBefore;
const _errs2 = errors;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(!(validate55(data0, {instancePath:instancePath+"/notBefore",parentData:data,parentDataProperty:"notBefore",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs5 = errors;
if(data0 !== null){
const err0 = {instancePath:instancePath+"/notBefore",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/notBefore",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate71.errors = vErrors;
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
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notAfter !== undefined && func0.call(data, "notAfter")){
let data1 = data.notAfter;
const _errs7 = errors;
const _errs8 = errors;
let valid2 = false;
const _errs9 = errors;
if(!(validate55(data1, {instancePath:instancePath+"/notAfter",parentData:data,parentDataProperty:"notAfter",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid1 = _errs9 === errors;
valid2 = valid2 || _valid1;
const _errs10 = errors;
if(data1 !== null){
const err2 = {instancePath:instancePath+"/notAfter",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs10 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/notAfter",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate71.errors = vErrors;
return false;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
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
validate71.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate71.errors = vErrors;
return errors === 0;
}


function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.reason === undefined) || (!(func0.call(data, "reason")))) && (missing0 = "reason")) || (((data.detail === undefined) || (!(func0.call(data, "detail")))) && (missing0 = "detail"))){
validate76.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "reason") || (key0 === "detail"))){
validate76.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.reason !== undefined && func0.call(data, "reason")){
const _errs2 = errors;
if(typeof data.reason !== "string"){
validate76.errors = [{instancePath:instancePath+"/reason",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined && func0.call(data, "detail")){
const _errs4 = errors;
if(typeof data.detail !== "string"){
validate76.errors = [{instancePath:instancePath+"/detail",message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate76.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate76.errors = vErrors;
return errors === 0;
}


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((((((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")) || (((data.source === undefined) || (!(func0.call(data, "source")))) && (missing0 = "source"))) || (((data.row === undefined) || (!(func0.call(data, "row")))) && (missing0 = "row"))) || (((data.line === undefined) || (!(func0.call(data, "line")))) && (missing0 = "line"))) || (((data.seq === undefined) || (!(func0.call(data, "seq")))) && (missing0 = "seq"))) || (((data.position === undefined) || (!(func0.call(data, "position")))) && (missing0 = "position"))) || (((data.authenticated === undefined) || (!(func0.call(data, "authenticated")))) && (missing0 = "authenticated"))) || (((data.kind === undefined) || (!(func0.call(data, "kind")))) && (missing0 = "kind"))) || (((data.message === undefined) || (!(func0.call(data, "message")))) && (missing0 = "message"))) || (((data.times === undefined) || (!(func0.call(data, "times")))) && (missing0 = "times"))) || (((data.corrected === undefined) || (!(func0.call(data, "corrected")))) && (missing0 = "corrected"))) || (((data.uncertainty === undefined) || (!(func0.call(data, "uncertainty")))) && (missing0 = "uncertainty"))) || (((data.proven === undefined) || (!(func0.call(data, "proven")))) && (missing0 = "proven"))) || (((data.actor === undefined) || (!(func0.call(data, "actor")))) && (missing0 = "actor"))) || (((data.key === undefined) || (!(func0.call(data, "key")))) && (missing0 = "key"))) || (((data.place === undefined) || (!(func0.call(data, "place")))) && (missing0 = "place"))) || (((data.items === undefined) || (!(func0.call(data, "items")))) && (missing0 = "items"))) || (((data.digests === undefined) || (!(func0.call(data, "digests")))) && (missing0 = "digests"))) || (((data.hash === undefined) || (!(func0.call(data, "hash")))) && (missing0 = "hash"))) || (((data.findings === undefined) || (!(func0.call(data, "findings")))) && (missing0 = "findings"))) || (((data.orderUndecided === undefined) || (!(func0.call(data, "orderUndecided")))) && (missing0 = "orderUndecided"))){
validate61.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"id":true,"source":true,"row":true,"line":true,"seq":true,"position":true,"authenticated":true,"kind":true,"message":true,"times":true,"corrected":true,"uncertainty":true,"proven":true,"actor":true,"key":true,"place":true,"items":true,"digests":true,"hash":true,"record":true,"findings":true,"orderUndecided":true}, key0))){
validate61.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined && func0.call(data, "id")){
const _errs2 = errors;
if(!(validate62(data.id, {instancePath:instancePath+"/id",parentData:data,parentDataProperty:"id",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined && func0.call(data, "source")){
let data1 = data.source;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate61.errors = [{instancePath:instancePath+"/source",message:"must be integer"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate61.errors = [{instancePath:instancePath+"/source",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.row !== undefined && func0.call(data, "row")){
let data2 = data.row;
const _errs5 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate61.errors = [{instancePath:instancePath+"/row",message:"must be integer"}];
return false;
}
if(errors === _errs5){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate61.errors = [{instancePath:instancePath+"/row",message:"must be >= 0"}];
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
if(data.line !== undefined && func0.call(data, "line")){
let data3 = data.line;
const _errs7 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate61.errors = [{instancePath:instancePath+"/line",message:"must be integer"}];
return false;
}
if(errors === _errs7){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate61.errors = [{instancePath:instancePath+"/line",message:"must be >= 1"}];
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
if(data.seq !== undefined && func0.call(data, "seq")){
let data4 = data.seq;
const _errs9 = errors;
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (data4 !== null)){
validate61.errors = [{instancePath:instancePath+"/seq",message:"must be integer,null"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined && func0.call(data, "position")){
let data5 = data.position;
const _errs11 = errors;
if((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (data5 !== null)){
validate61.errors = [{instancePath:instancePath+"/position",message:"must be integer,null"}];
return false;
}
if(errors === _errs11){
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
validate61.errors = [{instancePath:instancePath+"/position",message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authenticated !== undefined && func0.call(data, "authenticated")){
const _errs13 = errors;
if(typeof data.authenticated !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/authenticated",message:"must be boolean"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined && func0.call(data, "kind")){
const _errs15 = errors;
if(typeof data.kind !== "string"){
validate61.errors = [{instancePath:instancePath+"/kind",message:"must be string"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined && func0.call(data, "message")){
const _errs17 = errors;
if(typeof data.message !== "string"){
validate61.errors = [{instancePath:instancePath+"/message",message:"must be string"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.times !== undefined && func0.call(data, "times")){
let data9 = data.times;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid1 = true;
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
const _errs21 = errors;
if(!(validate64(data9[i0], {instancePath:instancePath+"/times/" + i0,parentData:data9,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
errors = vErrors.length;
}
var valid1 = _errs21 === errors;
if(!valid1){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/times",message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.corrected !== undefined && func0.call(data, "corrected")){
let data11 = data.corrected;
const _errs22 = errors;
const _errs23 = errors;
let valid2 = false;
const _errs24 = errors;
if(!(validate55(data11, {instancePath:instancePath+"/corrected",parentData:data,parentDataProperty:"corrected",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs24 === errors;
valid2 = valid2 || _valid0;
const _errs25 = errors;
if(data11 !== null){
const err0 = {instancePath:instancePath+"/corrected",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs25 === errors;
valid2 = valid2 || _valid0;
if(!valid2){
const err1 = {instancePath:instancePath+"/corrected",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate61.errors = vErrors;
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
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uncertainty !== undefined && func0.call(data, "uncertainty")){
const _errs27 = errors;
if(!(validate66(data.uncertainty, {instancePath:instancePath+"/uncertainty",parentData:data,parentDataProperty:"uncertainty",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proven !== undefined && func0.call(data, "proven")){
const _errs28 = errors;
if(!(validate71(data.proven, {instancePath:instancePath+"/proven",parentData:data,parentDataProperty:"proven",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.actor !== undefined && func0.call(data, "actor")){
let data14 = data.actor;
const _errs29 = errors;
if((typeof data14 !== "string") && (data14 !== null)){
validate61.errors = [{instancePath:instancePath+"/actor",message:"must be string,null"}];
return false;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined && func0.call(data, "key")){
let data15 = data.key;
const _errs31 = errors;
if((typeof data15 !== "string") && (data15 !== null)){
validate61.errors = [{instancePath:instancePath+"/key",message:"must be string,null"}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined && func0.call(data, "place")){
let data16 = data.place;
const _errs33 = errors;
if((typeof data16 !== "string") && (data16 !== null)){
validate61.errors = [{instancePath:instancePath+"/place",message:"must be string,null"}];
return false;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined && func0.call(data, "items")){
let data17 = data.items;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data17)){
var valid3 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
const _errs37 = errors;
if(typeof data17[i1] !== "string"){
validate61.errors = [{instancePath:instancePath+"/items/" + i1,message:"must be string"}];
return false;
}
var valid3 = _errs37 === errors;
if(!valid3){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/items",message:"must be array"}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digests !== undefined && func0.call(data, "digests")){
let data19 = data.digests;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data19)){
var valid4 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
const _errs41 = errors;
if(typeof data19[i2] !== "string"){
validate61.errors = [{instancePath:instancePath+"/digests/" + i2,message:"must be string"}];
return false;
}
var valid4 = _errs41 === errors;
if(!valid4){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/digests",message:"must be array"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hash !== undefined && func0.call(data, "hash")){
const _errs43 = errors;
if(!(validate58(data.hash, {instancePath:instancePath+"/hash",parentData:data,parentDataProperty:"hash",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.record !== undefined && func0.call(data, "record")){
const _errs44 = errors;
if(typeof data.record !== "string"){
validate61.errors = [{instancePath:instancePath+"/record",message:"must be string"}];
return false;
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.findings !== undefined && func0.call(data, "findings")){
let data23 = data.findings;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data23)){
var valid5 = true;
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
const _errs48 = errors;
if(!(validate76(data23[i3], {instancePath:instancePath+"/findings/" + i3,parentData:data23,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid5 = _errs48 === errors;
if(!valid5){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/findings",message:"must be array"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderUndecided !== undefined && func0.call(data, "orderUndecided")){
const _errs49 = errors;
if(typeof data.orderUndecided !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/orderUndecided",message:"must be boolean"}];
return false;
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
validate61.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}


function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.item === undefined) || (!(func0.call(data, "item")))) && (missing0 = "item")) || (((data.state === undefined) || (!(func0.call(data, "state")))) && (missing0 = "state"))) || (((data.holder === undefined) || (!(func0.call(data, "holder")))) && (missing0 = "holder"))) || (((data.key === undefined) || (!(func0.call(data, "key")))) && (missing0 = "key"))) || (((data.place === undefined) || (!(func0.call(data, "place")))) && (missing0 = "place"))) || (((data.seal === undefined) || (!(func0.call(data, "seal")))) && (missing0 = "seal"))) || (((data.transit === undefined) || (!(func0.call(data, "transit")))) && (missing0 = "transit"))) || (((data.from === undefined) || (!(func0.call(data, "from")))) && (missing0 = "from"))) || (((data.to === undefined) || (!(func0.call(data, "to")))) && (missing0 = "to"))){
validate83.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"item":true,"state":true,"holder":true,"key":true,"place":true,"seal":true,"out":true,"transit":true,"from":true,"to":true}, key0))){
validate83.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.item !== undefined && func0.call(data, "item")){
const _errs2 = errors;
if(typeof data.item !== "string"){
validate83.errors = [{instancePath:instancePath+"/item",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined && func0.call(data, "state")){
let data1 = data.state;
const _errs4 = errors;
if(!(((((data1 === "held") || (data1 === "transit")) || (data1 === "elsewhere")) || (data1 === "disposed")) || (data1 === "returned"))){
validate83.errors = [{instancePath:instancePath+"/state",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.holder !== undefined && func0.call(data, "holder")){
let data2 = data.holder;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate83.errors = [{instancePath:instancePath+"/holder",message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined && func0.call(data, "key")){
let data3 = data.key;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate83.errors = [{instancePath:instancePath+"/key",message:"must be string,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined && func0.call(data, "place")){
let data4 = data.place;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate83.errors = [{instancePath:instancePath+"/place",message:"must be string,null"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined && func0.call(data, "seal")){
let data5 = data.seal;
const _errs11 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate83.errors = [{instancePath:instancePath+"/seal",message:"must be string,null"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out !== undefined && func0.call(data, "out")){
const _errs13 = errors;
if(typeof data.out !== "string"){
validate83.errors = [{instancePath:instancePath+"/out",message:"must be string"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.transit !== undefined && func0.call(data, "transit")){
let data7 = data.transit;
const _errs15 = errors;
const _errs16 = errors;
let valid1 = false;
const _errs17 = errors;
if(errors === _errs17){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((data7.id === undefined) || (!(func0.call(data7, "id")))) && (missing1 = "id")) || (((data7.giver === undefined) || (!(func0.call(data7, "giver")))) && (missing1 = "giver"))) || (((data7.receiver === undefined) || (!(func0.call(data7, "receiver")))) && (missing1 = "receiver"))){
const err0 = {instancePath:instancePath+"/transit",message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs19 = errors;
for(const key1 of Object.keys(data7)){
if(!(((key1 === "id") || (key1 === "giver")) || (key1 === "receiver"))){
const err1 = {instancePath:instancePath+"/transit",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs19 === errors){
if(data7.id !== undefined && func0.call(data7, "id")){
const _errs20 = errors;
if(typeof data7.id !== "string"){
const err2 = {instancePath:instancePath+"/transit/id",message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data7.giver !== undefined && func0.call(data7, "giver")){
const _errs22 = errors;
if(typeof data7.giver !== "string"){
const err3 = {instancePath:instancePath+"/transit/giver",message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs22 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data7.receiver !== undefined && func0.call(data7, "receiver")){
const _errs24 = errors;
if(typeof data7.receiver !== "string"){
const err4 = {instancePath:instancePath+"/transit/receiver",message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid2 = _errs24 === errors;
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
const err5 = {instancePath:instancePath+"/transit",message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs17 === errors;
valid1 = valid1 || _valid0;
const _errs26 = errors;
if(data7 !== null){
const err6 = {instancePath:instancePath+"/transit",message:"must be null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs26 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err7 = {instancePath:instancePath+"/transit",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate83.errors = vErrors;
return false;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined && func0.call(data, "from")){
const _errs28 = errors;
if(!(validate62(data.from, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined && func0.call(data, "to")){
let data12 = data.to;
const _errs29 = errors;
const _errs30 = errors;
let valid3 = false;
const _errs31 = errors;
if(!(validate62(data12, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid1 = _errs31 === errors;
valid3 = valid3 || _valid1;
const _errs32 = errors;
if(data12 !== null){
const err8 = {instancePath:instancePath+"/to",message:"must be null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs32 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const err9 = {instancePath:instancePath+"/to",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate83.errors = vErrors;
return false;
}
else {
errors = _errs30;
if(vErrors !== null){
if(_errs30){
vErrors.length = _errs30;
}
else {
vErrors = null;
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
}
}
}
}
}
else {
validate83.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate83.errors = vErrors;
return errors === 0;
}


function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.log === undefined) || (!(func0.call(data, "log")))) && (missing0 = "log")) || (((data.within === undefined) || (!(func0.call(data, "within")))) && (missing0 = "within"))) || (((data.source === undefined) || (!(func0.call(data, "source")))) && (missing0 = "source"))) || (((data.authority === undefined) || (!(func0.call(data, "authority")))) && (missing0 = "authority"))) || (((data.covers === undefined) || (!(func0.call(data, "covers")))) && (missing0 = "covers"))) || (((data.time === undefined) || (!(func0.call(data, "time")))) && (missing0 = "time"))) || (((data.notBefore === undefined) || (!(func0.call(data, "notBefore")))) && (missing0 = "notBefore"))) || (((data.notAfter === undefined) || (!(func0.call(data, "notAfter")))) && (missing0 = "notAfter"))){
validate95.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "log") || (key0 === "within")) || (key0 === "source")) || (key0 === "authority")) || (key0 === "covers")) || (key0 === "time")) || (key0 === "notBefore")) || (key0 === "notAfter"))){
validate95.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.log !== undefined && func0.call(data, "log")){
let data0 = data.log;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate95.errors = [{instancePath:instancePath+"/log",message:"must be integer"}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate95.errors = [{instancePath:instancePath+"/log",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.within !== undefined && func0.call(data, "within")){
let data1 = data.within;
const _errs4 = errors;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(!(validate62(data1, {instancePath:instancePath+"/within",parentData:data,parentDataProperty:"within",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
const _errs7 = errors;
if(data1 !== null){
const err0 = {instancePath:instancePath+"/within",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/within",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate95.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined && func0.call(data, "source")){
const _errs9 = errors;
if(typeof data.source !== "string"){
validate95.errors = [{instancePath:instancePath+"/source",message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authority !== undefined && func0.call(data, "authority")){
const _errs11 = errors;
if(typeof data.authority !== "string"){
validate95.errors = [{instancePath:instancePath+"/authority",message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.covers !== undefined && func0.call(data, "covers")){
let data4 = data.covers;
const _errs13 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
validate95.errors = [{instancePath:instancePath+"/covers",message:"must be integer"}];
return false;
}
if(errors === _errs13){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
validate95.errors = [{instancePath:instancePath+"/covers",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined && func0.call(data, "time")){
const _errs15 = errors;
if(!(validate55(data.time, {instancePath:instancePath+"/time",parentData:data,parentDataProperty:"time",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notBefore !== undefined && func0.call(data, "notBefore")){
const _errs16 = errors;
if(!(validate55(data.notBefore, {instancePath:instancePath+"/notBefore",parentData:data,parentDataProperty:"notBefore",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notAfter !== undefined && func0.call(data, "notAfter")){
const _errs17 = errors;
if(!(validate55(data.notAfter, {instancePath:instancePath+"/notAfter",parentData:data,parentDataProperty:"notAfter",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
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
}
}
}
}
}
}
else {
validate95.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate95.errors = vErrors;
return errors === 0;
}


function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.state === undefined) || (!(func0.call(data, "state")))) && (missing0 = "state")) || (((data.holder === undefined) || (!(func0.call(data, "holder")))) && (missing0 = "holder"))) || (((data.key === undefined) || (!(func0.call(data, "key")))) && (missing0 = "key"))) || (((data.place === undefined) || (!(func0.call(data, "place")))) && (missing0 = "place"))) || (((data.seal === undefined) || (!(func0.call(data, "seal")))) && (missing0 = "seal"))) || (((data.transit === undefined) || (!(func0.call(data, "transit")))) && (missing0 = "transit"))) || (((data.from === undefined) || (!(func0.call(data, "from")))) && (missing0 = "from"))) || (((data.to === undefined) || (!(func0.call(data, "to")))) && (missing0 = "to"))){
validate103.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"state":true,"holder":true,"key":true,"place":true,"seal":true,"out":true,"transit":true,"from":true,"to":true}, key0))){
validate103.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.state !== undefined && func0.call(data, "state")){
let data0 = data.state;
const _errs2 = errors;
if(!(((((((data0 === "held") || (data0 === "transit")) || (data0 === "elsewhere")) || (data0 === "disposed")) || (data0 === "returned")) || (data0 === "none")) || (data0 === "unknown"))){
validate103.errors = [{instancePath:instancePath+"/state",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.holder !== undefined && func0.call(data, "holder")){
let data1 = data.holder;
const _errs3 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate103.errors = [{instancePath:instancePath+"/holder",message:"must be string,null"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined && func0.call(data, "key")){
let data2 = data.key;
const _errs5 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate103.errors = [{instancePath:instancePath+"/key",message:"must be string,null"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.place !== undefined && func0.call(data, "place")){
let data3 = data.place;
const _errs7 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate103.errors = [{instancePath:instancePath+"/place",message:"must be string,null"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seal !== undefined && func0.call(data, "seal")){
let data4 = data.seal;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate103.errors = [{instancePath:instancePath+"/seal",message:"must be string,null"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out !== undefined && func0.call(data, "out")){
const _errs11 = errors;
if(typeof data.out !== "string"){
validate103.errors = [{instancePath:instancePath+"/out",message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.transit !== undefined && func0.call(data, "transit")){
let data6 = data.transit;
const _errs13 = errors;
const _errs14 = errors;
let valid1 = false;
const _errs15 = errors;
if(errors === _errs15){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((((data6.id === undefined) || (!(func0.call(data6, "id")))) && (missing1 = "id")) || (((data6.giver === undefined) || (!(func0.call(data6, "giver")))) && (missing1 = "giver"))) || (((data6.receiver === undefined) || (!(func0.call(data6, "receiver")))) && (missing1 = "receiver"))){
const err0 = {instancePath:instancePath+"/transit",message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs17 = errors;
for(const key1 of Object.keys(data6)){
if(!(((key1 === "id") || (key1 === "giver")) || (key1 === "receiver"))){
const err1 = {instancePath:instancePath+"/transit",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs17 === errors){
if(data6.id !== undefined && func0.call(data6, "id")){
const _errs18 = errors;
if(typeof data6.id !== "string"){
const err2 = {instancePath:instancePath+"/transit/id",message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.giver !== undefined && func0.call(data6, "giver")){
const _errs20 = errors;
if(typeof data6.giver !== "string"){
const err3 = {instancePath:instancePath+"/transit/giver",message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data6.receiver !== undefined && func0.call(data6, "receiver")){
const _errs22 = errors;
if(typeof data6.receiver !== "string"){
const err4 = {instancePath:instancePath+"/transit/receiver",message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid2 = _errs22 === errors;
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
const err5 = {instancePath:instancePath+"/transit",message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
valid1 = valid1 || _valid0;
const _errs24 = errors;
if(data6 !== null){
const err6 = {instancePath:instancePath+"/transit",message:"must be null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs24 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err7 = {instancePath:instancePath+"/transit",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs14;
if(vErrors !== null){
if(_errs14){
vErrors.length = _errs14;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined && func0.call(data, "from")){
let data10 = data.from;
const _errs26 = errors;
const _errs27 = errors;
let valid3 = false;
const _errs28 = errors;
if(!(validate62(data10, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid1 = _errs28 === errors;
valid3 = valid3 || _valid1;
const _errs29 = errors;
if(data10 !== null){
const err8 = {instancePath:instancePath+"/from",message:"must be null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid1 = _errs29 === errors;
valid3 = valid3 || _valid1;
if(!valid3){
const err9 = {instancePath:instancePath+"/from",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs27;
if(vErrors !== null){
if(_errs27){
vErrors.length = _errs27;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined && func0.call(data, "to")){
let data11 = data.to;
const _errs31 = errors;
const _errs32 = errors;
let valid4 = false;
const _errs33 = errors;
if(!(validate62(data11, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid2 = _errs33 === errors;
valid4 = valid4 || _valid2;
const _errs34 = errors;
if(data11 !== null){
const err10 = {instancePath:instancePath+"/to",message:"must be null"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid2 = _errs34 === errors;
valid4 = valid4 || _valid2;
if(!valid4){
const err11 = {instancePath:instancePath+"/to",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs32;
if(vErrors !== null){
if(_errs32){
vErrors.length = _errs32;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs31 === errors;
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
}
else {
validate103.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate103.errors = vErrors;
return errors === 0;
}


function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.row === undefined) || (!(func0.call(data, "row")))) && (missing0 = "row")) || (((data.what === undefined) || (!(func0.call(data, "what")))) && (missing0 = "what"))) || (((data.proven === undefined) || (!(func0.call(data, "proven")))) && (missing0 = "proven"))) || (((data.anchors === undefined) || (!(func0.call(data, "anchors")))) && (missing0 = "anchors"))){
validate108.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((key0 === "row") || (key0 === "what")) || (key0 === "proven")) || (key0 === "anchors"))){
validate108.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.row !== undefined && func0.call(data, "row")){
const _errs2 = errors;
if(!(validate62(data.row, {instancePath:instancePath+"/row",parentData:data,parentDataProperty:"row",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.what !== undefined && func0.call(data, "what")){
const _errs3 = errors;
if(typeof data.what !== "string"){
validate108.errors = [{instancePath:instancePath+"/what",message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proven !== undefined && func0.call(data, "proven")){
const _errs5 = errors;
if(!(validate71(data.proven, {instancePath:instancePath+"/proven",parentData:data,parentDataProperty:"proven",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchors !== undefined && func0.call(data, "anchors")){
let data3 = data.anchors;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(!(validate95(data3[i0], {instancePath:instancePath+"/anchors/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/anchors",message:"must be array"}];
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
}
}
else {
validate108.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate108.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.question === undefined) || (!(func0.call(data, "question")))) && (missing0 = "question")) || (((data.item === undefined) || (!(func0.call(data, "item")))) && (missing0 = "item"))) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.standing === undefined) || (!(func0.call(data, "standing")))) && (missing0 = "standing"))) || (((data.proven === undefined) || (!(func0.call(data, "proven")))) && (missing0 = "proven"))) || (((data.claimed === undefined) || (!(func0.call(data, "claimed")))) && (missing0 = "claimed"))) || (((data.because === undefined) || (!(func0.call(data, "because")))) && (missing0 = "because"))) || (((data.proofs === undefined) || (!(func0.call(data, "proofs")))) && (missing0 = "proofs"))) || (((data.near === undefined) || (!(func0.call(data, "near")))) && (missing0 = "near"))){
validate101.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"question":true,"item":true,"at":true,"standing":true,"proven":true,"claimed":true,"because":true,"proofs":true,"near":true}, key0))){
validate101.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.question !== undefined && func0.call(data, "question")){
const _errs2 = errors;
if("who-held" !== data.question){
validate101.errors = [{instancePath:instancePath+"/question",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.item !== undefined && func0.call(data, "item")){
const _errs3 = errors;
if(typeof data.item !== "string"){
validate101.errors = [{instancePath:instancePath+"/item",message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
let data2 = data.at;
const _errs5 = errors;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(!(validate55(data2, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
const _errs8 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/at",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/at",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate101.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.standing !== undefined && func0.call(data, "standing")){
let data3 = data.standing;
const _errs10 = errors;
if(!(((((data3 === "proven") || (data3 === "claimed")) || (data3 === "undecided")) || (data3 === "contradicted")) || (data3 === "unknown-item"))){
validate101.errors = [{instancePath:instancePath+"/standing",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proven !== undefined && func0.call(data, "proven")){
let data4 = data.proven;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
const _errs13 = errors;
if(!(validate103(data4[i0], {instancePath:instancePath+"/proven/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
var valid2 = _errs13 === errors;
if(!valid2){
break;
}
}
}
else {
validate101.errors = [{instancePath:instancePath+"/proven",message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claimed !== undefined && func0.call(data, "claimed")){
let data6 = data.claimed;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs16 = errors;
if(!(validate103(data6[i1], {instancePath:instancePath+"/claimed/" + i1,parentData:data6,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
else {
validate101.errors = [{instancePath:instancePath+"/claimed",message:"must be array"}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined && func0.call(data, "because")){
const _errs17 = errors;
if(typeof data.because !== "string"){
validate101.errors = [{instancePath:instancePath+"/because",message:"must be string"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proofs !== undefined && func0.call(data, "proofs")){
let data9 = data.proofs;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data9)){
var valid4 = true;
const len2 = data9.length;
for(let i2=0; i2<len2; i2++){
const _errs21 = errors;
if(!(validate108(data9[i2], {instancePath:instancePath+"/proofs/" + i2,parentData:data9,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var valid4 = _errs21 === errors;
if(!valid4){
break;
}
}
}
else {
validate101.errors = [{instancePath:instancePath+"/proofs",message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.near !== undefined && func0.call(data, "near")){
let data11 = data.near;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data11)){
var valid5 = true;
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
const _errs24 = errors;
if(typeof data11[i3] !== "string"){
validate101.errors = [{instancePath:instancePath+"/near/" + i3,message:"must be string"}];
return false;
}
var valid5 = _errs24 === errors;
if(!valid5){
break;
}
}
}
else {
validate101.errors = [{instancePath:instancePath+"/near",message:"must be array"}];
return false;
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
}
}
}
}
else {
validate101.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate101.errors = vErrors;
return errors === 0;
}


function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.question === undefined) || (!(func0.call(data, "question")))) && (missing0 = "question")) || (((data.digest === undefined) || (!(func0.call(data, "digest")))) && (missing0 = "digest"))) || (((data.standing === undefined) || (!(func0.call(data, "standing")))) && (missing0 = "standing"))) || (((data.by === undefined) || (!(func0.call(data, "by")))) && (missing0 = "by"))) || (((data.proof === undefined) || (!(func0.call(data, "proof")))) && (missing0 = "proof"))) || (((data.claim === undefined) || (!(func0.call(data, "claim")))) && (missing0 = "claim"))) || (((data.because === undefined) || (!(func0.call(data, "because")))) && (missing0 = "because"))){
validate114.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "question") || (key0 === "digest")) || (key0 === "standing")) || (key0 === "by")) || (key0 === "proof")) || (key0 === "claim")) || (key0 === "because"))){
validate114.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.question !== undefined && func0.call(data, "question")){
const _errs2 = errors;
if("first-seen" !== data.question){
validate114.errors = [{instancePath:instancePath+"/question",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined && func0.call(data, "digest")){
const _errs3 = errors;
if(typeof data.digest !== "string"){
validate114.errors = [{instancePath:instancePath+"/digest",message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.standing !== undefined && func0.call(data, "standing")){
let data2 = data.standing;
const _errs5 = errors;
if(!(((data2 === "proven") || (data2 === "claimed")) || (data2 === "unknown-digest"))){
validate114.errors = [{instancePath:instancePath+"/standing",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.by !== undefined && func0.call(data, "by")){
let data3 = data.by;
const _errs6 = errors;
const _errs7 = errors;
let valid1 = false;
const _errs8 = errors;
if(!(validate55(data3, {instancePath:instancePath+"/by",parentData:data,parentDataProperty:"by",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
const _errs9 = errors;
if(data3 !== null){
const err0 = {instancePath:instancePath+"/by",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/by",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate114.errors = vErrors;
return false;
}
else {
errors = _errs7;
if(vErrors !== null){
if(_errs7){
vErrors.length = _errs7;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proof !== undefined && func0.call(data, "proof")){
let data4 = data.proof;
const _errs11 = errors;
const _errs12 = errors;
let valid2 = false;
const _errs13 = errors;
if(!(validate108(data4, {instancePath:instancePath+"/proof",parentData:data,parentDataProperty:"proof",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var _valid1 = _errs13 === errors;
valid2 = valid2 || _valid1;
const _errs14 = errors;
if(data4 !== null){
const err2 = {instancePath:instancePath+"/proof",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs14 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/proof",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate114.errors = vErrors;
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
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claim !== undefined && func0.call(data, "claim")){
let data5 = data.claim;
const _errs16 = errors;
const _errs17 = errors;
let valid3 = false;
const _errs18 = errors;
if(errors === _errs18){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if((((data5.row === undefined) || (!(func0.call(data5, "row")))) && (missing1 = "row")) || (((data5.time === undefined) || (!(func0.call(data5, "time")))) && (missing1 = "time"))){
const err4 = {instancePath:instancePath+"/claim",message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs20 = errors;
for(const key1 of Object.keys(data5)){
if(!((key1 === "row") || (key1 === "time"))){
const err5 = {instancePath:instancePath+"/claim",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs20 === errors){
if(data5.row !== undefined && func0.call(data5, "row")){
const _errs21 = errors;
if(!(validate62(data5.row, {instancePath:instancePath+"/claim/row",parentData:data5,parentDataProperty:"row",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.time !== undefined && func0.call(data5, "time")){
const _errs22 = errors;
if(!(validate55(data5.time, {instancePath:instancePath+"/claim/time",parentData:data5,parentDataProperty:"time",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/claim",message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid2 = _errs18 === errors;
valid3 = valid3 || _valid2;
const _errs23 = errors;
if(data5 !== null){
const err7 = {instancePath:instancePath+"/claim",message:"must be null"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid2 = _errs23 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const err8 = {instancePath:instancePath+"/claim",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate114.errors = vErrors;
return false;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined && func0.call(data, "because")){
const _errs25 = errors;
if(typeof data.because !== "string"){
validate114.errors = [{instancePath:instancePath+"/because",message:"must be string"}];
return false;
}
var valid0 = _errs25 === errors;
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
validate114.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate114.errors = vErrors;
return errors === 0;
}


function validate120(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.from === undefined) || (!(func0.call(data, "from")))) && (missing0 = "from")) || (((data.to === undefined) || (!(func0.call(data, "to")))) && (missing0 = "to"))) || (((data.rows === undefined) || (!(func0.call(data, "rows")))) && (missing0 = "rows"))) || (((data.anchors === undefined) || (!(func0.call(data, "anchors")))) && (missing0 = "anchors"))) || (((data.intervals === undefined) || (!(func0.call(data, "intervals")))) && (missing0 = "intervals"))) || (((data.items === undefined) || (!(func0.call(data, "items")))) && (missing0 = "items"))) || (((data.checks === undefined) || (!(func0.call(data, "checks")))) && (missing0 = "checks"))) || (((data.verdicts === undefined) || (!(func0.call(data, "verdicts")))) && (missing0 = "verdicts"))){
validate120.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "from") || (key0 === "to")) || (key0 === "rows")) || (key0 === "anchors")) || (key0 === "intervals")) || (key0 === "items")) || (key0 === "checks")) || (key0 === "verdicts"))){
validate120.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined && func0.call(data, "from")){
let data0 = data.from;
const _errs2 = errors;
const _errs3 = errors;
let valid1 = false;
const _errs4 = errors;
if(!(validate55(data0, {instancePath:instancePath+"/from",parentData:data,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid0 = _errs4 === errors;
valid1 = valid1 || _valid0;
const _errs5 = errors;
if(data0 !== null){
const err0 = {instancePath:instancePath+"/from",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/from",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate120.errors = vErrors;
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
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined && func0.call(data, "to")){
let data1 = data.to;
const _errs7 = errors;
const _errs8 = errors;
let valid2 = false;
const _errs9 = errors;
if(!(validate55(data1, {instancePath:instancePath+"/to",parentData:data,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid1 = _errs9 === errors;
valid2 = valid2 || _valid1;
const _errs10 = errors;
if(data1 !== null){
const err2 = {instancePath:instancePath+"/to",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs10 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/to",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate120.errors = vErrors;
return false;
}
else {
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined && func0.call(data, "rows")){
let data2 = data.rows;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data2)){
var valid3 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs14 = errors;
if(!(validate61(data2[i0], {instancePath:instancePath+"/rows/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/rows",message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchors !== undefined && func0.call(data, "anchors")){
let data4 = data.anchors;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data4)){
var valid4 = true;
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
const _errs17 = errors;
if(!(validate95(data4[i1], {instancePath:instancePath+"/anchors/" + i1,parentData:data4,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid4 = _errs17 === errors;
if(!valid4){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/anchors",message:"must be array"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intervals !== undefined && func0.call(data, "intervals")){
let data6 = data.intervals;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data6)){
var valid5 = true;
const len2 = data6.length;
for(let i2=0; i2<len2; i2++){
let data7 = data6[i2];
const _errs20 = errors;
if(errors === _errs20){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((((data7.row === undefined) || (!(func0.call(data7, "row")))) && (missing1 = "row")) || (((data7.before === undefined) || (!(func0.call(data7, "before")))) && (missing1 = "before"))) || (((data7.after === undefined) || (!(func0.call(data7, "after")))) && (missing1 = "after"))){
validate120.errors = [{instancePath:instancePath+"/intervals/" + i2,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key1 of Object.keys(data7)){
if(!(((key1 === "row") || (key1 === "before")) || (key1 === "after"))){
validate120.errors = [{instancePath:instancePath+"/intervals/" + i2,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data7.row !== undefined && func0.call(data7, "row")){
const _errs23 = errors;
if(!(validate62(data7.row, {instancePath:instancePath+"/intervals/" + i2+"/row",parentData:data7,parentDataProperty:"row",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid6 = _errs23 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data7.before !== undefined && func0.call(data7, "before")){
const _errs24 = errors;
if(!(validate71(data7.before, {instancePath:instancePath+"/intervals/" + i2+"/before",parentData:data7,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data7.after !== undefined && func0.call(data7, "after")){
const _errs25 = errors;
if(!(validate71(data7.after, {instancePath:instancePath+"/intervals/" + i2+"/after",parentData:data7,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
errors = vErrors.length;
}
var valid6 = _errs25 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/intervals/" + i2,message:"must be object"}];
return false;
}
}
var valid5 = _errs20 === errors;
if(!valid5){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/intervals",message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined && func0.call(data, "items")){
let data11 = data.items;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data11)){
var valid7 = true;
const len3 = data11.length;
for(let i3=0; i3<len3; i3++){
let data12 = data11[i3];
const _errs28 = errors;
if(errors === _errs28){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if(((((data12.item === undefined) || (!(func0.call(data12, "item")))) && (missing2 = "item")) || (((data12.before === undefined) || (!(func0.call(data12, "before")))) && (missing2 = "before"))) || (((data12.after === undefined) || (!(func0.call(data12, "after")))) && (missing2 = "after"))){
validate120.errors = [{instancePath:instancePath+"/items/" + i3,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs30 = errors;
for(const key2 of Object.keys(data12)){
if(!(((key2 === "item") || (key2 === "before")) || (key2 === "after"))){
validate120.errors = [{instancePath:instancePath+"/items/" + i3,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs30 === errors){
if(data12.item !== undefined && func0.call(data12, "item")){
const _errs31 = errors;
if(typeof data12.item !== "string"){
validate120.errors = [{instancePath:instancePath+"/items/" + i3+"/item",message:"must be string"}];
return false;
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data12.before !== undefined && func0.call(data12, "before")){
let data14 = data12.before;
const _errs33 = errors;
const _errs34 = errors;
let valid9 = false;
const _errs35 = errors;
if(!(validate83(data14, {instancePath:instancePath+"/items/" + i3+"/before",parentData:data12,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
var _valid2 = _errs35 === errors;
valid9 = valid9 || _valid2;
const _errs36 = errors;
if(data14 !== null){
const err4 = {instancePath:instancePath+"/items/" + i3+"/before",message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid2 = _errs36 === errors;
valid9 = valid9 || _valid2;
if(!valid9){
const err5 = {instancePath:instancePath+"/items/" + i3+"/before",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate120.errors = vErrors;
return false;
}
else {
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data12.after !== undefined && func0.call(data12, "after")){
const _errs38 = errors;
if(!(validate83(data12.after, {instancePath:instancePath+"/items/" + i3+"/after",parentData:data12,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
var valid8 = _errs38 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/items/" + i3,message:"must be object"}];
return false;
}
}
var valid7 = _errs28 === errors;
if(!valid7){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/items",message:"must be array"}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checks !== undefined && func0.call(data, "checks")){
let data16 = data.checks;
const _errs39 = errors;
if(errors === _errs39){
if(Array.isArray(data16)){
var valid10 = true;
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
let data17 = data16[i4];
const _errs41 = errors;
if(errors === _errs41){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if((((((data17.log === undefined) || (!(func0.call(data17, "log")))) && (missing3 = "log")) || (((data17.check === undefined) || (!(func0.call(data17, "check")))) && (missing3 = "check"))) || (((data17.before === undefined) || (!(func0.call(data17, "before")))) && (missing3 = "before"))) || (((data17.after === undefined) || (!(func0.call(data17, "after")))) && (missing3 = "after"))){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4,message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs43 = errors;
for(const key3 of Object.keys(data17)){
if(!((((key3 === "log") || (key3 === "check")) || (key3 === "before")) || (key3 === "after"))){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs43 === errors){
if(data17.log !== undefined && func0.call(data17, "log")){
const _errs44 = errors;
if(typeof data17.log !== "string"){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/log",message:"must be string"}];
return false;
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.check !== undefined && func0.call(data17, "check")){
const _errs46 = errors;
if(typeof data17.check !== "string"){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/check",message:"must be string"}];
return false;
}
var valid11 = _errs46 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.before !== undefined && func0.call(data17, "before")){
let data20 = data17.before;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data20)){
var valid12 = true;
const len5 = data20.length;
for(let i5=0; i5<len5; i5++){
const _errs50 = errors;
if(typeof data20[i5] !== "string"){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/before/" + i5,message:"must be string"}];
return false;
}
var valid12 = _errs50 === errors;
if(!valid12){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/before",message:"must be array"}];
return false;
}
}
var valid11 = _errs48 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data17.after !== undefined && func0.call(data17, "after")){
let data22 = data17.after;
const _errs52 = errors;
if(errors === _errs52){
if(Array.isArray(data22)){
var valid13 = true;
const len6 = data22.length;
for(let i6=0; i6<len6; i6++){
const _errs54 = errors;
if(typeof data22[i6] !== "string"){
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/after/" + i6,message:"must be string"}];
return false;
}
var valid13 = _errs54 === errors;
if(!valid13){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/checks/" + i4+"/after",message:"must be array"}];
return false;
}
}
var valid11 = _errs52 === errors;
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
validate120.errors = [{instancePath:instancePath+"/checks/" + i4,message:"must be object"}];
return false;
}
}
var valid10 = _errs41 === errors;
if(!valid10){
break;
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/checks",message:"must be array"}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdicts !== undefined && func0.call(data, "verdicts")){
let data24 = data.verdicts;
const _errs56 = errors;
if(errors === _errs56){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing4;
if((((data24.before === undefined) || (!(func0.call(data24, "before")))) && (missing4 = "before")) || (((data24.after === undefined) || (!(func0.call(data24, "after")))) && (missing4 = "after"))){
validate120.errors = [{instancePath:instancePath+"/verdicts",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs58 = errors;
for(const key4 of Object.keys(data24)){
if(!((key4 === "before") || (key4 === "after"))){
validate120.errors = [{instancePath:instancePath+"/verdicts",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs58 === errors){
if(data24.before !== undefined && func0.call(data24, "before")){
const _errs59 = errors;
if(!(validate53(data24.before, {instancePath:instancePath+"/verdicts/before",parentData:data24,parentDataProperty:"before",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid14 = _errs59 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data24.after !== undefined && func0.call(data24, "after")){
const _errs60 = errors;
if(!(validate53(data24.after, {instancePath:instancePath+"/verdicts/after",parentData:data24,parentDataProperty:"after",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid14 = _errs60 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
validate120.errors = [{instancePath:instancePath+"/verdicts",message:"must be object"}];
return false;
}
}
var valid0 = _errs56 === errors;
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
validate120.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate120.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.format === undefined) || (!(func0.call(data, "format")))) && (missing0 = "format")) || (((data.title === undefined) || (!(func0.call(data, "title")))) && (missing0 = "title"))) || (((data.verdict === undefined) || (!(func0.call(data, "verdict")))) && (missing0 = "verdict"))) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.knownAt === undefined) || (!(func0.call(data, "knownAt")))) && (missing0 = "knownAt"))) || (((data.filtered === undefined) || (!(func0.call(data, "filtered")))) && (missing0 = "filtered"))) || (((data.sources === undefined) || (!(func0.call(data, "sources")))) && (missing0 = "sources"))) || (((data.rows === undefined) || (!(func0.call(data, "rows")))) && (missing0 = "rows"))) || (((data.clocks === undefined) || (!(func0.call(data, "clocks")))) && (missing0 = "clocks"))) || (((data.spans === undefined) || (!(func0.call(data, "spans")))) && (missing0 = "spans"))) || (((data.gaps === undefined) || (!(func0.call(data, "gaps")))) && (missing0 = "gaps"))) || (((data.keys === undefined) || (!(func0.call(data, "keys")))) && (missing0 = "keys"))) || (((data.anchors === undefined) || (!(func0.call(data, "anchors")))) && (missing0 = "anchors"))) || (((data.answers === undefined) || (!(func0.call(data, "answers")))) && (missing0 = "answers"))) || (((data.diff === undefined) || (!(func0.call(data, "diff")))) && (missing0 = "diff"))) || (((data.report === undefined) || (!(func0.call(data, "report")))) && (missing0 = "report"))){
validate52.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"format":true,"title":true,"verdict":true,"at":true,"knownAt":true,"filtered":true,"sources":true,"rows":true,"clocks":true,"spans":true,"gaps":true,"keys":true,"anchors":true,"answers":true,"diff":true,"report":true}, key0))){
validate52.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.format !== undefined && func0.call(data, "format")){
const _errs2 = errors;
if("forensic-verify/replay@v1" !== data.format){
validate52.errors = [{instancePath:instancePath+"/format",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined && func0.call(data, "title")){
const _errs3 = errors;
if(typeof data.title !== "string"){
validate52.errors = [{instancePath:instancePath+"/title",message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined && func0.call(data, "verdict")){
let data2 = data.verdict;
const _errs5 = errors;
const _errs6 = errors;
let valid1 = false;
const _errs7 = errors;
if(!(validate53(data2, {instancePath:instancePath+"/verdict",parentData:data,parentDataProperty:"verdict",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid0 = _errs7 === errors;
valid1 = valid1 || _valid0;
const _errs8 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/verdict",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err1 = {instancePath:instancePath+"/verdict",message:"must match a schema in anyOf"};
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
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
let data3 = data.at;
const _errs10 = errors;
const _errs11 = errors;
let valid2 = false;
const _errs12 = errors;
if(!(validate55(data3, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid1 = _errs12 === errors;
valid2 = valid2 || _valid1;
const _errs13 = errors;
if(data3 !== null){
const err2 = {instancePath:instancePath+"/at",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs13 === errors;
valid2 = valid2 || _valid1;
if(!valid2){
const err3 = {instancePath:instancePath+"/at",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs11;
if(vErrors !== null){
if(_errs11){
vErrors.length = _errs11;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.knownAt !== undefined && func0.call(data, "knownAt")){
let data4 = data.knownAt;
const _errs15 = errors;
const _errs16 = errors;
let valid3 = false;
const _errs17 = errors;
if(!(validate55(data4, {instancePath:instancePath+"/knownAt",parentData:data,parentDataProperty:"knownAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid2 = _errs17 === errors;
valid3 = valid3 || _valid2;
const _errs18 = errors;
if(data4 !== null){
const err4 = {instancePath:instancePath+"/knownAt",message:"must be null"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid2 = _errs18 === errors;
valid3 = valid3 || _valid2;
if(!valid3){
const err5 = {instancePath:instancePath+"/knownAt",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs16;
if(vErrors !== null){
if(_errs16){
vErrors.length = _errs16;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.filtered !== undefined && func0.call(data, "filtered")){
let data5 = data.filtered;
const _errs20 = errors;
const _errs21 = errors;
let valid4 = false;
const _errs22 = errors;
if(errors === _errs22){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((((data5.by === undefined) || (!(func0.call(data5, "by")))) && (missing1 = "by")) || (((data5.shown === undefined) || (!(func0.call(data5, "shown")))) && (missing1 = "shown"))) || (((data5.of === undefined) || (!(func0.call(data5, "of")))) && (missing1 = "of"))){
const err6 = {instancePath:instancePath+"/filtered",message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
const _errs24 = errors;
for(const key1 of Object.keys(data5)){
if(!(((key1 === "by") || (key1 === "shown")) || (key1 === "of"))){
const err7 = {instancePath:instancePath+"/filtered",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
}
if(_errs24 === errors){
if(data5.by !== undefined && func0.call(data5, "by")){
let data6 = data5.by;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data6)){
var valid6 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs27 = errors;
if(typeof data6[i0] !== "string"){
const err8 = {instancePath:instancePath+"/filtered/by/" + i0,message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
else {
const err9 = {instancePath:instancePath+"/filtered/by",message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.shown !== undefined && func0.call(data5, "shown")){
let data8 = data5.shown;
const _errs29 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err10 = {instancePath:instancePath+"/filtered/shown",message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(errors === _errs29){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
const err11 = {instancePath:instancePath+"/filtered/shown",message:"must be >= 0"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.of !== undefined && func0.call(data5, "of")){
let data9 = data5.of;
const _errs31 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err12 = {instancePath:instancePath+"/filtered/of",message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(errors === _errs31){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
const err13 = {instancePath:instancePath+"/filtered/of",message:"must be >= 0"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
var valid5 = _errs31 === errors;
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
const err14 = {instancePath:instancePath+"/filtered",message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid3 = _errs22 === errors;
valid4 = valid4 || _valid3;
const _errs33 = errors;
if(data5 !== null){
const err15 = {instancePath:instancePath+"/filtered",message:"must be null"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid3 = _errs33 === errors;
valid4 = valid4 || _valid3;
if(!valid4){
const err16 = {instancePath:instancePath+"/filtered",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
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
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sources !== undefined && func0.call(data, "sources")){
let data10 = data.sources;
const _errs35 = errors;
if(errors === _errs35){
if(Array.isArray(data10)){
var valid7 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs37 = errors;
if(errors === _errs37){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if((((((((((data11.name === undefined) || (!(func0.call(data11, "name")))) && (missing2 = "name")) || (((data11.format === undefined) || (!(func0.call(data11, "format")))) && (missing2 = "format"))) || (((data11.authenticated === undefined) || (!(func0.call(data11, "authenticated")))) && (missing2 = "authenticated"))) || (((data11.linesIn === undefined) || (!(func0.call(data11, "linesIn")))) && (missing2 = "linesIn"))) || (((data11.rowsOut === undefined) || (!(func0.call(data11, "rowsOut")))) && (missing2 = "rowsOut"))) || (((data11.badRows === undefined) || (!(func0.call(data11, "badRows")))) && (missing2 = "badRows"))) || (((data11.multisetIn === undefined) || (!(func0.call(data11, "multisetIn")))) && (missing2 = "multisetIn"))) || (((data11.multisetOut === undefined) || (!(func0.call(data11, "multisetOut")))) && (missing2 = "multisetOut"))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs39 = errors;
for(const key2 of Object.keys(data11)){
if(!(func0.call({"name":true,"format":true,"authenticated":true,"linesIn":true,"linesOfFile":true,"rowsOut":true,"badRows":true,"multisetIn":true,"multisetOut":true}, key2))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs39 === errors){
if(data11.name !== undefined && func0.call(data11, "name")){
const _errs40 = errors;
if(typeof data11.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/name",message:"must be string"}];
return false;
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.format !== undefined && func0.call(data11, "format")){
const _errs42 = errors;
if(typeof data11.format !== "string"){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/format",message:"must be string"}];
return false;
}
var valid8 = _errs42 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.authenticated !== undefined && func0.call(data11, "authenticated")){
const _errs44 = errors;
if(typeof data11.authenticated !== "boolean"){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/authenticated",message:"must be boolean"}];
return false;
}
var valid8 = _errs44 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.linesIn !== undefined && func0.call(data11, "linesIn")){
let data15 = data11.linesIn;
const _errs46 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/linesIn",message:"must be integer"}];
return false;
}
if(errors === _errs46){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/linesIn",message:"must be >= 0"}];
return false;
}
}
}
var valid8 = _errs46 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.linesOfFile !== undefined && func0.call(data11, "linesOfFile")){
let data16 = data11.linesOfFile;
const _errs48 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/linesOfFile",message:"must be integer"}];
return false;
}
if(errors === _errs48){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/linesOfFile",message:"must be >= 0"}];
return false;
}
}
}
var valid8 = _errs48 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.rowsOut !== undefined && func0.call(data11, "rowsOut")){
let data17 = data11.rowsOut;
const _errs50 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/rowsOut",message:"must be integer"}];
return false;
}
if(errors === _errs50){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/rowsOut",message:"must be >= 0"}];
return false;
}
}
}
var valid8 = _errs50 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.badRows !== undefined && func0.call(data11, "badRows")){
let data18 = data11.badRows;
const _errs52 = errors;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/badRows",message:"must be integer"}];
return false;
}
if(errors === _errs52){
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
validate52.errors = [{instancePath:instancePath+"/sources/" + i1+"/badRows",message:"must be >= 0"}];
return false;
}
}
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.multisetIn !== undefined && func0.call(data11, "multisetIn")){
const _errs54 = errors;
if(!(validate58(data11.multisetIn, {instancePath:instancePath+"/sources/" + i1+"/multisetIn",parentData:data11,parentDataProperty:"multisetIn",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.multisetOut !== undefined && func0.call(data11, "multisetOut")){
const _errs55 = errors;
if(!(validate58(data11.multisetOut, {instancePath:instancePath+"/sources/" + i1+"/multisetOut",parentData:data11,parentDataProperty:"multisetOut",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid8 = _errs55 === errors;
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
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sources/" + i1,message:"must be object"}];
return false;
}
}
var valid7 = _errs37 === errors;
if(!valid7){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sources",message:"must be array"}];
return false;
}
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rows !== undefined && func0.call(data, "rows")){
let data21 = data.rows;
const _errs56 = errors;
if(errors === _errs56){
if(Array.isArray(data21)){
var valid9 = true;
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
const _errs58 = errors;
if(!(validate61(data21[i2], {instancePath:instancePath+"/rows/" + i2,parentData:data21,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid9 = _errs58 === errors;
if(!valid9){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/rows",message:"must be array"}];
return false;
}
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clocks !== undefined && func0.call(data, "clocks")){
let data23 = data.clocks;
const _errs59 = errors;
if(errors === _errs59){
if(Array.isArray(data23)){
var valid10 = true;
const len3 = data23.length;
for(let i3=0; i3<len3; i3++){
let data24 = data23[i3];
const _errs61 = errors;
if(errors === _errs61){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing3;
if(((((((((data24.source === undefined) || (!(func0.call(data24, "source")))) && (missing3 = "source")) || (((data24.ahead === undefined) || (!(func0.call(data24, "ahead")))) && (missing3 = "ahead"))) || (((data24.uncertainty === undefined) || (!(func0.call(data24, "uncertainty")))) && (missing3 = "uncertainty"))) || (((data24.measuredAt === undefined) || (!(func0.call(data24, "measuredAt")))) && (missing3 = "measuredAt"))) || (((data24.within === undefined) || (!(func0.call(data24, "within")))) && (missing3 = "within"))) || (((data24.rows === undefined) || (!(func0.call(data24, "rows")))) && (missing3 = "rows"))) || (((data24.rowsOutside === undefined) || (!(func0.call(data24, "rowsOutside")))) && (missing3 = "rowsOutside"))){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3,message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs63 = errors;
for(const key3 of Object.keys(data24)){
if(!(((((((key3 === "source") || (key3 === "ahead")) || (key3 === "uncertainty")) || (key3 === "measuredAt")) || (key3 === "within")) || (key3 === "rows")) || (key3 === "rowsOutside"))){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs63 === errors){
if(data24.source !== undefined && func0.call(data24, "source")){
let data25 = data24.source;
const _errs64 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/source",message:"must be integer"}];
return false;
}
if(errors === _errs64){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 0 || isNaN(data25)){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/source",message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs64 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.ahead !== undefined && func0.call(data24, "ahead")){
const _errs66 = errors;
if(!(validate66(data24.ahead, {instancePath:instancePath+"/clocks/" + i3+"/ahead",parentData:data24,parentDataProperty:"ahead",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid11 = _errs66 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.uncertainty !== undefined && func0.call(data24, "uncertainty")){
const _errs67 = errors;
if(!(validate66(data24.uncertainty, {instancePath:instancePath+"/clocks/" + i3+"/uncertainty",parentData:data24,parentDataProperty:"uncertainty",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid11 = _errs67 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.measuredAt !== undefined && func0.call(data24, "measuredAt")){
let data28 = data24.measuredAt;
const _errs68 = errors;
const _errs69 = errors;
let valid12 = false;
const _errs70 = errors;
if(!(validate55(data28, {instancePath:instancePath+"/clocks/" + i3+"/measuredAt",parentData:data24,parentDataProperty:"measuredAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid4 = _errs70 === errors;
valid12 = valid12 || _valid4;
const _errs71 = errors;
if(data28 !== null){
const err17 = {instancePath:instancePath+"/clocks/" + i3+"/measuredAt",message:"must be null"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid4 = _errs71 === errors;
valid12 = valid12 || _valid4;
if(!valid12){
const err18 = {instancePath:instancePath+"/clocks/" + i3+"/measuredAt",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
var valid11 = _errs68 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.within !== undefined && func0.call(data24, "within")){
const _errs73 = errors;
if(!(validate66(data24.within, {instancePath:instancePath+"/clocks/" + i3+"/within",parentData:data24,parentDataProperty:"within",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
var valid11 = _errs73 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.rows !== undefined && func0.call(data24, "rows")){
let data30 = data24.rows;
const _errs74 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/rows",message:"must be integer"}];
return false;
}
if(errors === _errs74){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/rows",message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs74 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data24.rowsOutside !== undefined && func0.call(data24, "rowsOutside")){
let data31 = data24.rowsOutside;
const _errs76 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/rowsOutside",message:"must be integer"}];
return false;
}
if(errors === _errs76){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3+"/rowsOutside",message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs76 === errors;
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
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/clocks/" + i3,message:"must be object"}];
return false;
}
}
var valid10 = _errs61 === errors;
if(!valid10){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/clocks",message:"must be array"}];
return false;
}
}
var valid0 = _errs59 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spans !== undefined && func0.call(data, "spans")){
let data32 = data.spans;
const _errs78 = errors;
if(errors === _errs78){
if(Array.isArray(data32)){
var valid13 = true;
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
const _errs80 = errors;
if(!(validate83(data32[i4], {instancePath:instancePath+"/spans/" + i4,parentData:data32,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
errors = vErrors.length;
}
var valid13 = _errs80 === errors;
if(!valid13){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/spans",message:"must be array"}];
return false;
}
}
var valid0 = _errs78 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gaps !== undefined && func0.call(data, "gaps")){
let data34 = data.gaps;
const _errs81 = errors;
if(errors === _errs81){
if(Array.isArray(data34)){
var valid14 = true;
const len5 = data34.length;
for(let i5=0; i5<len5; i5++){
let data35 = data34[i5];
const _errs83 = errors;
if(errors === _errs83){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing4;
if(((((((data35.kind === undefined) || (!(func0.call(data35, "kind")))) && (missing4 = "kind")) || (((data35.item === undefined) || (!(func0.call(data35, "item")))) && (missing4 = "item"))) || (((data35.from === undefined) || (!(func0.call(data35, "from")))) && (missing4 = "from"))) || (((data35.to === undefined) || (!(func0.call(data35, "to")))) && (missing4 = "to"))) || (((data35.detail === undefined) || (!(func0.call(data35, "detail")))) && (missing4 = "detail"))){
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5,message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs85 = errors;
for(const key4 of Object.keys(data35)){
if(!(((((key4 === "kind") || (key4 === "item")) || (key4 === "from")) || (key4 === "to")) || (key4 === "detail"))){
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs85 === errors){
if(data35.kind !== undefined && func0.call(data35, "kind")){
let data36 = data35.kind;
const _errs86 = errors;
if(!((((((data36 === "silence") || (data36 === "missing-lines")) || (data36 === "no-holder")) || (data36 === "two-holders")) || (data36 === "in-transit")) || (data36 === "end-open"))){
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5+"/kind",message:"must be equal to one of the allowed values"}];
return false;
}
var valid15 = _errs86 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.item !== undefined && func0.call(data35, "item")){
let data37 = data35.item;
const _errs87 = errors;
if((typeof data37 !== "string") && (data37 !== null)){
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5+"/item",message:"must be string,null"}];
return false;
}
var valid15 = _errs87 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.from !== undefined && func0.call(data35, "from")){
const _errs89 = errors;
if(!(validate62(data35.from, {instancePath:instancePath+"/gaps/" + i5+"/from",parentData:data35,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid15 = _errs89 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.to !== undefined && func0.call(data35, "to")){
let data39 = data35.to;
const _errs90 = errors;
const _errs91 = errors;
let valid16 = false;
const _errs92 = errors;
if(!(validate62(data39, {instancePath:instancePath+"/gaps/" + i5+"/to",parentData:data35,parentDataProperty:"to",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid5 = _errs92 === errors;
valid16 = valid16 || _valid5;
const _errs93 = errors;
if(data39 !== null){
const err19 = {instancePath:instancePath+"/gaps/" + i5+"/to",message:"must be null"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid5 = _errs93 === errors;
valid16 = valid16 || _valid5;
if(!valid16){
const err20 = {instancePath:instancePath+"/gaps/" + i5+"/to",message:"must match a schema in anyOf"};
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
errors = _errs91;
if(vErrors !== null){
if(_errs91){
vErrors.length = _errs91;
}
else {
vErrors = null;
}
}
}
var valid15 = _errs90 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data35.detail !== undefined && func0.call(data35, "detail")){
const _errs95 = errors;
if(typeof data35.detail !== "string"){
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5+"/detail",message:"must be string"}];
return false;
}
var valid15 = _errs95 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/gaps/" + i5,message:"must be object"}];
return false;
}
}
var valid14 = _errs83 === errors;
if(!valid14){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/gaps",message:"must be array"}];
return false;
}
}
var valid0 = _errs81 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.keys !== undefined && func0.call(data, "keys")){
let data41 = data.keys;
const _errs97 = errors;
if(errors === _errs97){
if(Array.isArray(data41)){
var valid17 = true;
const len6 = data41.length;
for(let i6=0; i6<len6; i6++){
let data42 = data41[i6];
const _errs99 = errors;
if(errors === _errs99){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
let missing5;
if((((((((((data42.id === undefined) || (!(func0.call(data42, "id")))) && (missing5 = "id")) || (((data42.fingerprint === undefined) || (!(func0.call(data42, "fingerprint")))) && (missing5 = "fingerprint"))) || (((data42.from === undefined) || (!(func0.call(data42, "from")))) && (missing5 = "from"))) || (((data42.until === undefined) || (!(func0.call(data42, "until")))) && (missing5 = "until"))) || (((data42.compromisedSince === undefined) || (!(func0.call(data42, "compromisedSince")))) && (missing5 = "compromisedSince"))) || (((data42.introduced === undefined) || (!(func0.call(data42, "introduced")))) && (missing5 = "introduced"))) || (((data42.retired === undefined) || (!(func0.call(data42, "retired")))) && (missing5 = "retired"))) || (((data42.events === undefined) || (!(func0.call(data42, "events")))) && (missing5 = "events"))){
validate52.errors = [{instancePath:instancePath+"/keys/" + i6,message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs101 = errors;
for(const key5 of Object.keys(data42)){
if(!((((((((key5 === "id") || (key5 === "fingerprint")) || (key5 === "from")) || (key5 === "until")) || (key5 === "compromisedSince")) || (key5 === "introduced")) || (key5 === "retired")) || (key5 === "events"))){
validate52.errors = [{instancePath:instancePath+"/keys/" + i6,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs101 === errors){
if(data42.id !== undefined && func0.call(data42, "id")){
const _errs102 = errors;
if(typeof data42.id !== "string"){
validate52.errors = [{instancePath:instancePath+"/keys/" + i6+"/id",message:"must be string"}];
return false;
}
var valid18 = _errs102 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.fingerprint !== undefined && func0.call(data42, "fingerprint")){
const _errs104 = errors;
if(!(validate58(data42.fingerprint, {instancePath:instancePath+"/keys/" + i6+"/fingerprint",parentData:data42,parentDataProperty:"fingerprint",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
var valid18 = _errs104 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.from !== undefined && func0.call(data42, "from")){
let data45 = data42.from;
const _errs105 = errors;
const _errs106 = errors;
let valid19 = false;
const _errs107 = errors;
if(!(validate55(data45, {instancePath:instancePath+"/keys/" + i6+"/from",parentData:data42,parentDataProperty:"from",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid6 = _errs107 === errors;
valid19 = valid19 || _valid6;
const _errs108 = errors;
if(data45 !== null){
const err21 = {instancePath:instancePath+"/keys/" + i6+"/from",message:"must be null"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid6 = _errs108 === errors;
valid19 = valid19 || _valid6;
if(!valid19){
const err22 = {instancePath:instancePath+"/keys/" + i6+"/from",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs106;
if(vErrors !== null){
if(_errs106){
vErrors.length = _errs106;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs105 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.until !== undefined && func0.call(data42, "until")){
let data46 = data42.until;
const _errs110 = errors;
const _errs111 = errors;
let valid20 = false;
const _errs112 = errors;
if(!(validate55(data46, {instancePath:instancePath+"/keys/" + i6+"/until",parentData:data42,parentDataProperty:"until",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid7 = _errs112 === errors;
valid20 = valid20 || _valid7;
const _errs113 = errors;
if(data46 !== null){
const err23 = {instancePath:instancePath+"/keys/" + i6+"/until",message:"must be null"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var _valid7 = _errs113 === errors;
valid20 = valid20 || _valid7;
if(!valid20){
const err24 = {instancePath:instancePath+"/keys/" + i6+"/until",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs111;
if(vErrors !== null){
if(_errs111){
vErrors.length = _errs111;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs110 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.compromisedSince !== undefined && func0.call(data42, "compromisedSince")){
let data47 = data42.compromisedSince;
const _errs115 = errors;
const _errs116 = errors;
let valid21 = false;
const _errs117 = errors;
if(!(validate55(data47, {instancePath:instancePath+"/keys/" + i6+"/compromisedSince",parentData:data42,parentDataProperty:"compromisedSince",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
var _valid8 = _errs117 === errors;
valid21 = valid21 || _valid8;
const _errs118 = errors;
if(data47 !== null){
const err25 = {instancePath:instancePath+"/keys/" + i6+"/compromisedSince",message:"must be null"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid8 = _errs118 === errors;
valid21 = valid21 || _valid8;
if(!valid21){
const err26 = {instancePath:instancePath+"/keys/" + i6+"/compromisedSince",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs116;
if(vErrors !== null){
if(_errs116){
vErrors.length = _errs116;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs115 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.introduced !== undefined && func0.call(data42, "introduced")){
let data48 = data42.introduced;
const _errs120 = errors;
const _errs121 = errors;
let valid22 = false;
const _errs122 = errors;
if(!(validate62(data48, {instancePath:instancePath+"/keys/" + i6+"/introduced",parentData:data42,parentDataProperty:"introduced",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid9 = _errs122 === errors;
valid22 = valid22 || _valid9;
const _errs123 = errors;
if(data48 !== null){
const err27 = {instancePath:instancePath+"/keys/" + i6+"/introduced",message:"must be null"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid9 = _errs123 === errors;
valid22 = valid22 || _valid9;
if(!valid22){
const err28 = {instancePath:instancePath+"/keys/" + i6+"/introduced",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs121;
if(vErrors !== null){
if(_errs121){
vErrors.length = _errs121;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs120 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.retired !== undefined && func0.call(data42, "retired")){
let data49 = data42.retired;
const _errs125 = errors;
const _errs126 = errors;
let valid23 = false;
const _errs127 = errors;
if(!(validate62(data49, {instancePath:instancePath+"/keys/" + i6+"/retired",parentData:data42,parentDataProperty:"retired",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var _valid10 = _errs127 === errors;
valid23 = valid23 || _valid10;
const _errs128 = errors;
if(data49 !== null){
const err29 = {instancePath:instancePath+"/keys/" + i6+"/retired",message:"must be null"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var _valid10 = _errs128 === errors;
valid23 = valid23 || _valid10;
if(!valid23){
const err30 = {instancePath:instancePath+"/keys/" + i6+"/retired",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs126;
if(vErrors !== null){
if(_errs126){
vErrors.length = _errs126;
}
else {
vErrors = null;
}
}
}
var valid18 = _errs125 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data42.events !== undefined && func0.call(data42, "events")){
let data50 = data42.events;
const _errs130 = errors;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
validate52.errors = [{instancePath:instancePath+"/keys/" + i6+"/events",message:"must be integer"}];
return false;
}
if(errors === _errs130){
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 0 || isNaN(data50)){
validate52.errors = [{instancePath:instancePath+"/keys/" + i6+"/events",message:"must be >= 0"}];
return false;
}
}
}
var valid18 = _errs130 === errors;
}
else {
var valid18 = true;
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
validate52.errors = [{instancePath:instancePath+"/keys/" + i6,message:"must be object"}];
return false;
}
}
var valid17 = _errs99 === errors;
if(!valid17){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/keys",message:"must be array"}];
return false;
}
}
var valid0 = _errs97 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchors !== undefined && func0.call(data, "anchors")){
let data51 = data.anchors;
const _errs132 = errors;
if(errors === _errs132){
if(Array.isArray(data51)){
var valid24 = true;
const len7 = data51.length;
for(let i7=0; i7<len7; i7++){
const _errs134 = errors;
if(!(validate95(data51[i7], {instancePath:instancePath+"/anchors/" + i7,parentData:data51,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid24 = _errs134 === errors;
if(!valid24){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/anchors",message:"must be array"}];
return false;
}
}
var valid0 = _errs132 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.answers !== undefined && func0.call(data, "answers")){
let data53 = data.answers;
const _errs135 = errors;
if(errors === _errs135){
if(Array.isArray(data53)){
var valid25 = true;
const len8 = data53.length;
for(let i8=0; i8<len8; i8++){
let data54 = data53[i8];
const _errs137 = errors;
const _errs138 = errors;
let valid26 = false;
const _errs139 = errors;
if(!(validate101(data54, {instancePath:instancePath+"/answers/" + i8,parentData:data53,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
var _valid11 = _errs139 === errors;
valid26 = valid26 || _valid11;
if(_valid11){
var props2 = true;
}
const _errs140 = errors;
if(!(validate114(data54, {instancePath:instancePath+"/answers/" + i8,parentData:data53,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
errors = vErrors.length;
}
var _valid11 = _errs140 === errors;
valid26 = valid26 || _valid11;
if(_valid11){
if(props2 !== true){
props2 = true;
}
}
if(!valid26){
const err31 = {instancePath:instancePath+"/answers/" + i8,message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs138;
if(vErrors !== null){
if(_errs138){
vErrors.length = _errs138;
}
else {
vErrors = null;
}
}
}
var valid25 = _errs137 === errors;
if(!valid25){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/answers",message:"must be array"}];
return false;
}
}
var valid0 = _errs135 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diff !== undefined && func0.call(data, "diff")){
let data55 = data.diff;
const _errs141 = errors;
const _errs142 = errors;
let valid27 = false;
const _errs143 = errors;
if(!(validate120(data55, {instancePath:instancePath+"/diff",parentData:data,parentDataProperty:"diff",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
errors = vErrors.length;
}
var _valid12 = _errs143 === errors;
valid27 = valid27 || _valid12;
const _errs144 = errors;
if(data55 !== null){
const err32 = {instancePath:instancePath+"/diff",message:"must be null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid12 = _errs144 === errors;
valid27 = valid27 || _valid12;
if(!valid27){
const err33 = {instancePath:instancePath+"/diff",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs142;
if(vErrors !== null){
if(_errs142){
vErrors.length = _errs142;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs141 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.report !== undefined && func0.call(data, "report")){
let data56 = data.report;
const _errs146 = errors;
if(errors === _errs146){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing6;
if(((((data56.format === undefined) || (!(func0.call(data56, "format")))) && (missing6 = "format")) || (((data56.items === undefined) || (!(func0.call(data56, "items")))) && (missing6 = "items"))) || (((data56.verdict === undefined) || (!(func0.call(data56, "verdict")))) && (missing6 = "verdict"))){
validate52.errors = [{instancePath:instancePath+"/report",message:"must have required property '"+missing6+"'"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/report",message:"must be object"}];
return false;
}
}
var valid0 = _errs146 === errors;
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
}
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

// SPDX-License-Identifier: Apache-2.0
// @ts-nocheck
// Made by scripts/generate-schemas.ts from offline-kit/schemas. Do not edit: npm run check makes it again and compares.
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
export const report_v1: Validator = validate52;
const func0 = Object.prototype.hasOwnProperty;
const pattern3 = new RegExp("^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern3.test(data)){
validate53.errors = [{instancePath,message:"must match pattern \""+"^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$"+"\""}];
return false;
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

const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate56.errors = [{instancePath,message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
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


function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
const _errs2 = errors;
if(typeof data[key0] !== "string"){
validate62.errors = [{instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
if(!valid0){
break;
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


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
let data0 = data[key0];
const _errs2 = errors;
const _errs3 = errors;
let valid1 = false;
let passing0 = null;
const _errs4 = errors;
if((((typeof data0 !== "string") && (!((typeof data0 == "number") && (isFinite(data0))))) && (typeof data0 !== "boolean")) && (data0 !== null)){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be string,number,boolean,null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs4 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data0)){
var valid2 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs8 = errors;
if(typeof data0[i0] !== "string"){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
else {
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must be array"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err3 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate65.errors = vErrors;
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
if(!valid0){
break;
}
}
}
else {
validate65.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}


function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.evidence === undefined) || (!(func0.call(data, "evidence")))) && (missing0 = "evidence")) || (((data.pointer === undefined) || (!(func0.call(data, "pointer")))) && (missing0 = "pointer"))){
validate68.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "evidence") || (key0 === "pointer"))){
validate68.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.evidence !== undefined && func0.call(data, "evidence")){
const _errs2 = errors;
if(typeof data.evidence !== "string"){
validate68.errors = [{instancePath:instancePath+"/evidence",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pointer !== undefined && func0.call(data, "pointer")){
const _errs4 = errors;
if(typeof data.pointer !== "string"){
validate68.errors = [{instancePath:instancePath+"/pointer",message:"must be string"}];
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
validate68.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}


function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.id === undefined) || (!(func0.call(data, "id")))) && (missing0 = "id")) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.facts === undefined) || (!(func0.call(data, "facts")))) && (missing0 = "facts"))) || (((data.outcome === undefined) || (!(func0.call(data, "outcome")))) && (missing0 = "outcome"))){
validate67.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((((key0 === "id") || (key0 === "at")) || (key0 === "facts")) || (key0 === "outcome")) || (key0 === "reason")) || (key0 === "detail")) || (key0 === "because"))){
validate67.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined && func0.call(data, "id")){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate67.errors = [{instancePath:instancePath+"/id",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
const _errs4 = errors;
if(!(validate68(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.facts !== undefined && func0.call(data, "facts")){
const _errs5 = errors;
if(!(validate65(data.facts, {instancePath:instancePath+"/facts",parentData:data,parentDataProperty:"facts",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined && func0.call(data, "outcome")){
let data3 = data.outcome;
const _errs6 = errors;
if(!((((data3 === "passed") || (data3 === "failed")) || (data3 === "indeterminate")) || (data3 === "skipped"))){
validate67.errors = [{instancePath:instancePath+"/outcome",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined && func0.call(data, "reason")){
const _errs7 = errors;
if(typeof data.reason !== "string"){
validate67.errors = [{instancePath:instancePath+"/reason",message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined && func0.call(data, "detail")){
const _errs9 = errors;
if(typeof data.detail !== "string"){
validate67.errors = [{instancePath:instancePath+"/detail",message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined && func0.call(data, "because")){
const _errs11 = errors;
if(typeof data.because !== "string"){
validate67.errors = [{instancePath:instancePath+"/because",message:"must be string"}];
return false;
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
}
else {
validate67.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}


function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.code === undefined) || (!(func0.call(data, "code")))) && (missing0 = "code")) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.detail === undefined) || (!(func0.call(data, "detail")))) && (missing0 = "detail"))){
validate72.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((key0 === "code") || (key0 === "at")) || (key0 === "detail"))){
validate72.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined && func0.call(data, "code")){
const _errs2 = errors;
if(typeof data.code !== "string"){
validate72.errors = [{instancePath:instancePath+"/code",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
const _errs4 = errors;
if(!(validate68(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined && func0.call(data, "detail")){
const _errs5 = errors;
if(typeof data.detail !== "string"){
validate72.errors = [{instancePath:instancePath+"/detail",message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
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
validate72.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((data === "TOTAL-PASSED") || (data === "INDETERMINATE")) || (data === "TOTAL-FAILED"))){
validate75.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate75.errors = vErrors;
return errors === 0;
}


function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((data === "accept") || (data === "warn")) || (data === "reject"))){
validate77.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate77.errors = vErrors;
return errors === 0;
}


function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!((((((data === 0) || (data === 1)) || (data === 2)) || (data === 3)) || (data === 4)) || (data === 5))){
validate79.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate79.errors = vErrors;
return errors === 0;
}


function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((((data === "satisfied") || (data === "waived")) || (data === "not-required")) || (data === "warns")) || (data === "rejects"))){
validate82.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate82.errors = vErrors;
return errors === 0;
}


function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.rule === undefined) || (!(func0.call(data, "rule")))) && (missing0 = "rule")) || (((data.check === undefined) || (!(func0.call(data, "check")))) && (missing0 = "check"))) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.effect === undefined) || (!(func0.call(data, "effect")))) && (missing0 = "effect"))) || (((data.reason === undefined) || (!(func0.call(data, "reason")))) && (missing0 = "reason"))){
validate81.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "rule") || (key0 === "check")) || (key0 === "at")) || (key0 === "effect")) || (key0 === "reason")) || (key0 === "underEnforce")) || (key0 === "seen")) || (key0 === "detail"))){
validate81.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.rule !== undefined && func0.call(data, "rule")){
const _errs2 = errors;
if(typeof data.rule !== "string"){
validate81.errors = [{instancePath:instancePath+"/rule",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.check !== undefined && func0.call(data, "check")){
const _errs4 = errors;
if(typeof data.check !== "string"){
validate81.errors = [{instancePath:instancePath+"/check",message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
const _errs6 = errors;
if(typeof data.at !== "string"){
validate81.errors = [{instancePath:instancePath+"/at",message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.effect !== undefined && func0.call(data, "effect")){
const _errs8 = errors;
if(!(validate82(data.effect, {instancePath:instancePath+"/effect",parentData:data,parentDataProperty:"effect",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined && func0.call(data, "reason")){
let data4 = data.reason;
const _errs9 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate81.errors = [{instancePath:instancePath+"/reason",message:"must be string,null"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.underEnforce !== undefined && func0.call(data, "underEnforce")){
const _errs11 = errors;
if(!(validate82(data.underEnforce, {instancePath:instancePath+"/underEnforce",parentData:data,parentDataProperty:"underEnforce",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seen !== undefined && func0.call(data, "seen")){
const _errs12 = errors;
if(!(validate65(data.seen, {instancePath:instancePath+"/seen",parentData:data,parentDataProperty:"seen",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined && func0.call(data, "detail")){
const _errs13 = errors;
if(typeof data.detail !== "string"){
validate81.errors = [{instancePath:instancePath+"/detail",message:"must be string"}];
return false;
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
}
}
}
else {
validate81.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate81.errors = vErrors;
return errors === 0;
}


function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((data.subject === undefined) || (!(func0.call(data, "subject")))) && (missing0 = "subject")) || (((data.signer === undefined) || (!(func0.call(data, "signer")))) && (missing0 = "signer"))) || (((data.issuer === undefined) || (!(func0.call(data, "issuer")))) && (missing0 = "issuer"))) || (((data.logIndex === undefined) || (!(func0.call(data, "logIndex")))) && (missing0 = "logIndex"))) || (((data.attestationDigest === undefined) || (!(func0.call(data, "attestationDigest")))) && (missing0 = "attestationDigest"))) || (((data.signedTime === undefined) || (!(func0.call(data, "signedTime")))) && (missing0 = "signedTime"))) || (((data.verificationTime === undefined) || (!(func0.call(data, "verificationTime")))) && (missing0 = "verificationTime"))) || (((data.digestAlgorithm === undefined) || (!(func0.call(data, "digestAlgorithm")))) && (missing0 = "digestAlgorithm"))) || (((data.decisionPath === undefined) || (!(func0.call(data, "decisionPath")))) && (missing0 = "decisionPath"))) || (((data.trustStatus === undefined) || (!(func0.call(data, "trustStatus")))) && (missing0 = "trustStatus"))) || (((data.claimsChecked === undefined) || (!(func0.call(data, "claimsChecked")))) && (missing0 = "claimsChecked"))) || (((data.reason === undefined) || (!(func0.call(data, "reason")))) && (missing0 = "reason"))){
validate87.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"subject":true,"signer":true,"issuer":true,"logIndex":true,"attestationDigest":true,"signedTime":true,"verificationTime":true,"digestAlgorithm":true,"decisionPath":true,"trustStatus":true,"claimsChecked":true,"reason":true}, key0))){
validate87.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.subject !== undefined && func0.call(data, "subject")){
const _errs2 = errors;
if(typeof data.subject !== "string"){
validate87.errors = [{instancePath:instancePath+"/subject",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signer !== undefined && func0.call(data, "signer")){
let data1 = data.signer;
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate87.errors = [{instancePath:instancePath+"/signer",message:"must be string,null"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuer !== undefined && func0.call(data, "issuer")){
let data2 = data.issuer;
const _errs6 = errors;
if((typeof data2 !== "string") && (data2 !== null)){
validate87.errors = [{instancePath:instancePath+"/issuer",message:"must be string,null"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.logIndex !== undefined && func0.call(data, "logIndex")){
let data3 = data.logIndex;
const _errs8 = errors;
if((typeof data3 !== "string") && (data3 !== null)){
validate87.errors = [{instancePath:instancePath+"/logIndex",message:"must be string,null"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attestationDigest !== undefined && func0.call(data, "attestationDigest")){
let data4 = data.attestationDigest;
const _errs10 = errors;
if((typeof data4 !== "string") && (data4 !== null)){
validate87.errors = [{instancePath:instancePath+"/attestationDigest",message:"must be string,null"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signedTime !== undefined && func0.call(data, "signedTime")){
let data5 = data.signedTime;
const _errs12 = errors;
if((typeof data5 !== "string") && (data5 !== null)){
validate87.errors = [{instancePath:instancePath+"/signedTime",message:"must be string,null"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verificationTime !== undefined && func0.call(data, "verificationTime")){
let data6 = data.verificationTime;
const _errs14 = errors;
if((typeof data6 !== "string") && (data6 !== null)){
validate87.errors = [{instancePath:instancePath+"/verificationTime",message:"must be string,null"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digestAlgorithm !== undefined && func0.call(data, "digestAlgorithm")){
const _errs16 = errors;
if(typeof data.digestAlgorithm !== "string"){
validate87.errors = [{instancePath:instancePath+"/digestAlgorithm",message:"must be string"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decisionPath !== undefined && func0.call(data, "decisionPath")){
let data8 = data.decisionPath;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data8)){
var valid1 = true;
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
const _errs20 = errors;
if(typeof data8[i0] !== "string"){
validate87.errors = [{instancePath:instancePath+"/decisionPath/" + i0,message:"must be string"}];
return false;
}
var valid1 = _errs20 === errors;
if(!valid1){
break;
}
}
}
else {
validate87.errors = [{instancePath:instancePath+"/decisionPath",message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trustStatus !== undefined && func0.call(data, "trustStatus")){
let data10 = data.trustStatus;
const _errs22 = errors;
if(!((((((data10 === "valid") || (data10 === "unsigned")) || (data10 === "expired")) || (data10 === "revoked")) || (data10 === "untrusted")) || (data10 === "failed"))){
validate87.errors = [{instancePath:instancePath+"/trustStatus",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claimsChecked !== undefined && func0.call(data, "claimsChecked")){
const _errs23 = errors;
if(typeof data.claimsChecked !== "boolean"){
validate87.errors = [{instancePath:instancePath+"/claimsChecked",message:"must be boolean"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined && func0.call(data, "reason")){
let data12 = data.reason;
const _errs25 = errors;
if((typeof data12 !== "string") && (data12 !== null)){
validate87.errors = [{instancePath:instancePath+"/reason",message:"must be string,null"}];
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
}
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


function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((data.origin === undefined) || (!(func0.call(data, "origin")))) && (missing0 = "origin")) || (((data.case === undefined) || (!(func0.call(data, "case")))) && (missing0 = "case"))) || (((data.rollUps === undefined) || (!(func0.call(data, "rollUps")))) && (missing0 = "rollUps"))) || (((data.lines === undefined) || (!(func0.call(data, "lines")))) && (missing0 = "lines"))) || (((data.linesOfFile === undefined) || (!(func0.call(data, "linesOfFile")))) && (missing0 = "linesOfFile"))) || (((data.head === undefined) || (!(func0.call(data, "head")))) && (missing0 = "head"))) || (((data.merkleProfile === undefined) || (!(func0.call(data, "merkleProfile")))) && (missing0 = "merkleProfile"))) || (((data.root === undefined) || (!(func0.call(data, "root")))) && (missing0 = "root"))) || (((data.closed === undefined) || (!(func0.call(data, "closed")))) && (missing0 = "closed"))) || (((data.checkpointed === undefined) || (!(func0.call(data, "checkpointed")))) && (missing0 = "checkpointed"))) || (((data.anchored === undefined) || (!(func0.call(data, "anchored")))) && (missing0 = "anchored"))) || (((data.orderUndecided === undefined) || (!(func0.call(data, "orderUndecided")))) && (missing0 = "orderUndecided"))) || (((data.keys === undefined) || (!(func0.call(data, "keys")))) && (missing0 = "keys"))) || (((data.items === undefined) || (!(func0.call(data, "items")))) && (missing0 = "items"))) || (((data.itemsNotShown === undefined) || (!(func0.call(data, "itemsNotShown")))) && (missing0 = "itemsNotShown"))) || (((data.intervals === undefined) || (!(func0.call(data, "intervals")))) && (missing0 = "intervals"))) || (((data.intervalsNotShown === undefined) || (!(func0.call(data, "intervalsNotShown")))) && (missing0 = "intervalsNotShown"))){
validate90.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"origin":true,"case":true,"rollUps":true,"lines":true,"linesOfFile":true,"head":true,"merkleProfile":true,"root":true,"closed":true,"checkpointed":true,"anchored":true,"orderUndecided":true,"keys":true,"items":true,"itemsNotShown":true,"intervals":true,"intervalsNotShown":true}, key0))){
validate90.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.origin !== undefined && func0.call(data, "origin")){
let data0 = data.origin;
const _errs2 = errors;
if((typeof data0 !== "string") && (data0 !== null)){
validate90.errors = [{instancePath:instancePath+"/origin",message:"must be string,null"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.case !== undefined && func0.call(data, "case")){
let data1 = data.case;
const _errs4 = errors;
if((typeof data1 !== "string") && (data1 !== null)){
validate90.errors = [{instancePath:instancePath+"/case",message:"must be string,null"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rollUps !== undefined && func0.call(data, "rollUps")){
let data2 = data.rollUps;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((((data3.name === undefined) || (!(func0.call(data3, "name")))) && (missing1 = "name")) || (((data3.outcome === undefined) || (!(func0.call(data3, "outcome")))) && (missing1 = "outcome"))) || (((data3.reasons === undefined) || (!(func0.call(data3, "reasons")))) && (missing1 = "reasons"))){
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs10 = errors;
for(const key1 of Object.keys(data3)){
if(!(((key1 === "name") || (key1 === "outcome")) || (key1 === "reasons"))){
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs10 === errors){
if(data3.name !== undefined && func0.call(data3, "name")){
let data4 = data3.name;
const _errs11 = errors;
if(!(((((data4 === "origin") || (data4 === "integrity")) || (data4 === "custody")) || (data4 === "time")) || (data4 === "completeness"))){
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0+"/name",message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.outcome !== undefined && func0.call(data3, "outcome")){
let data5 = data3.outcome;
const _errs12 = errors;
if(!((((data5 === "passed") || (data5 === "failed")) || (data5 === "indeterminate")) || (data5 === "skipped"))){
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0+"/outcome",message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.reasons !== undefined && func0.call(data3, "reasons")){
let data6 = data3.reasons;
const _errs13 = errors;
if(errors === _errs13){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs15 = errors;
if(typeof data6[i1] !== "string"){
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0+"/reasons/" + i1,message:"must be string"}];
return false;
}
var valid3 = _errs15 === errors;
if(!valid3){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0+"/reasons",message:"must be array"}];
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
else {
validate90.errors = [{instancePath:instancePath+"/rollUps/" + i0,message:"must be object"}];
return false;
}
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/rollUps",message:"must be array"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lines !== undefined && func0.call(data, "lines")){
let data8 = data.lines;
const _errs17 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate90.errors = [{instancePath:instancePath+"/lines",message:"must be integer"}];
return false;
}
if(errors === _errs17){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate90.errors = [{instancePath:instancePath+"/lines",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.linesOfFile !== undefined && func0.call(data, "linesOfFile")){
let data9 = data.linesOfFile;
const _errs19 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate90.errors = [{instancePath:instancePath+"/linesOfFile",message:"must be integer"}];
return false;
}
if(errors === _errs19){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate90.errors = [{instancePath:instancePath+"/linesOfFile",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.head !== undefined && func0.call(data, "head")){
let data10 = data.head;
const _errs21 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate90.errors = [{instancePath:instancePath+"/head",message:"must be string,null"}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.merkleProfile !== undefined && func0.call(data, "merkleProfile")){
const _errs23 = errors;
if("rfc6962" !== data.merkleProfile){
validate90.errors = [{instancePath:instancePath+"/merkleProfile",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.root !== undefined && func0.call(data, "root")){
const _errs24 = errors;
if(typeof data.root !== "string"){
validate90.errors = [{instancePath:instancePath+"/root",message:"must be string"}];
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.closed !== undefined && func0.call(data, "closed")){
const _errs26 = errors;
if(typeof data.closed !== "boolean"){
validate90.errors = [{instancePath:instancePath+"/closed",message:"must be boolean"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checkpointed !== undefined && func0.call(data, "checkpointed")){
let data14 = data.checkpointed;
const _errs28 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate90.errors = [{instancePath:instancePath+"/checkpointed",message:"must be integer"}];
return false;
}
if(errors === _errs28){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
validate90.errors = [{instancePath:instancePath+"/checkpointed",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchored !== undefined && func0.call(data, "anchored")){
let data15 = data.anchored;
const _errs30 = errors;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
validate90.errors = [{instancePath:instancePath+"/anchored",message:"must be integer"}];
return false;
}
if(errors === _errs30){
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 < 0 || isNaN(data15)){
validate90.errors = [{instancePath:instancePath+"/anchored",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderUndecided !== undefined && func0.call(data, "orderUndecided")){
let data16 = data.orderUndecided;
const _errs32 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate90.errors = [{instancePath:instancePath+"/orderUndecided",message:"must be integer"}];
return false;
}
if(errors === _errs32){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate90.errors = [{instancePath:instancePath+"/orderUndecided",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.keys !== undefined && func0.call(data, "keys")){
let data17 = data.keys;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data17)){
var valid4 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
let data18 = data17[i2];
const _errs36 = errors;
if(errors === _errs36){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if(((((data18.id === undefined) || (!(func0.call(data18, "id")))) && (missing2 = "id")) || (((data18.fingerprint === undefined) || (!(func0.call(data18, "fingerprint")))) && (missing2 = "fingerprint"))) || (((data18.events === undefined) || (!(func0.call(data18, "events")))) && (missing2 = "events"))){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key2 of Object.keys(data18)){
if(!(((key2 === "id") || (key2 === "fingerprint")) || (key2 === "events"))){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data18.id !== undefined && func0.call(data18, "id")){
let data19 = data18.id;
const _errs39 = errors;
if((typeof data19 !== "string") && (data19 !== null)){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2+"/id",message:"must be string,null"}];
return false;
}
var valid5 = _errs39 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.fingerprint !== undefined && func0.call(data18, "fingerprint")){
const _errs41 = errors;
if(typeof data18.fingerprint !== "string"){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2+"/fingerprint",message:"must be string"}];
return false;
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.events !== undefined && func0.call(data18, "events")){
let data21 = data18.events;
const _errs43 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2+"/events",message:"must be integer"}];
return false;
}
if(errors === _errs43){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate90.errors = [{instancePath:instancePath+"/keys/" + i2+"/events",message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs43 === errors;
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
validate90.errors = [{instancePath:instancePath+"/keys/" + i2,message:"must be object"}];
return false;
}
}
var valid4 = _errs36 === errors;
if(!valid4){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/keys",message:"must be array"}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined && func0.call(data, "items")){
let data22 = data.items;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data22)){
var valid6 = true;
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
const _errs47 = errors;
if(errors === _errs47){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing3;
if(((((((((data23.name === undefined) || (!(func0.call(data23, "name")))) && (missing3 = "name")) || (((data23.state === undefined) || (!(func0.call(data23, "state")))) && (missing3 = "state"))) || (((data23.holder === undefined) || (!(func0.call(data23, "holder")))) && (missing3 = "holder"))) || (((data23.digest === undefined) || (!(func0.call(data23, "digest")))) && (missing3 = "digest"))) || (((data23.since === undefined) || (!(func0.call(data23, "since")))) && (missing3 = "since"))) || (((data23.sealed === undefined) || (!(func0.call(data23, "sealed")))) && (missing3 = "sealed"))) || (((data23.holds === undefined) || (!(func0.call(data23, "holds")))) && (missing3 = "holds"))){
validate90.errors = [{instancePath:instancePath+"/items/" + i3,message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs49 = errors;
for(const key3 of Object.keys(data23)){
if(!((((((((key3 === "name") || (key3 === "state")) || (key3 === "holder")) || (key3 === "digest")) || (key3 === "since")) || (key3 === "sealed")) || (key3 === "out")) || (key3 === "holds"))){
validate90.errors = [{instancePath:instancePath+"/items/" + i3,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs49 === errors){
if(data23.name !== undefined && func0.call(data23, "name")){
const _errs50 = errors;
if(typeof data23.name !== "string"){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/name",message:"must be string"}];
return false;
}
var valid7 = _errs50 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.state !== undefined && func0.call(data23, "state")){
let data25 = data23.state;
const _errs52 = errors;
if(!(((((data25 === "held") || (data25 === "transit")) || (data25 === "elsewhere")) || (data25 === "disposed")) || (data25 === "returned"))){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/state",message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs52 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.holder !== undefined && func0.call(data23, "holder")){
let data26 = data23.holder;
const _errs53 = errors;
if((typeof data26 !== "string") && (data26 !== null)){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/holder",message:"must be string,null"}];
return false;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.digest !== undefined && func0.call(data23, "digest")){
let data27 = data23.digest;
const _errs55 = errors;
if((typeof data27 !== "string") && (data27 !== null)){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/digest",message:"must be string,null"}];
return false;
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.since !== undefined && func0.call(data23, "since")){
let data28 = data23.since;
const _errs57 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/since",message:"must be integer"}];
return false;
}
if(errors === _errs57){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/since",message:"must be >= 0"}];
return false;
}
}
}
var valid7 = _errs57 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.sealed !== undefined && func0.call(data23, "sealed")){
let data29 = data23.sealed;
const _errs59 = errors;
if((typeof data29 !== "string") && (data29 !== null)){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/sealed",message:"must be string,null"}];
return false;
}
var valid7 = _errs59 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.out !== undefined && func0.call(data23, "out")){
const _errs61 = errors;
if(typeof data23.out !== "string"){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/out",message:"must be string"}];
return false;
}
var valid7 = _errs61 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data23.holds !== undefined && func0.call(data23, "holds")){
let data31 = data23.holds;
const _errs63 = errors;
if(errors === _errs63){
if(Array.isArray(data31)){
var valid8 = true;
const len4 = data31.length;
for(let i4=0; i4<len4; i4++){
const _errs65 = errors;
if(typeof data31[i4] !== "string"){
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/holds/" + i4,message:"must be string"}];
return false;
}
var valid8 = _errs65 === errors;
if(!valid8){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/items/" + i3+"/holds",message:"must be array"}];
return false;
}
}
var valid7 = _errs63 === errors;
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
}
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/items/" + i3,message:"must be object"}];
return false;
}
}
var valid6 = _errs47 === errors;
if(!valid6){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/items",message:"must be array"}];
return false;
}
}
var valid0 = _errs45 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.itemsNotShown !== undefined && func0.call(data, "itemsNotShown")){
let data33 = data.itemsNotShown;
const _errs67 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate90.errors = [{instancePath:instancePath+"/itemsNotShown",message:"must be integer"}];
return false;
}
if(errors === _errs67){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
validate90.errors = [{instancePath:instancePath+"/itemsNotShown",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intervals !== undefined && func0.call(data, "intervals")){
let data34 = data.intervals;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data34)){
var valid9 = true;
const len5 = data34.length;
for(let i5=0; i5<len5; i5++){
let data35 = data34[i5];
const _errs71 = errors;
if(errors === _errs71){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing4;
if((((((data35.seq === undefined) || (!(func0.call(data35, "seq")))) && (missing4 = "seq")) || (((data35.claimed === undefined) || (!(func0.call(data35, "claimed")))) && (missing4 = "claimed"))) || (((data35.notBefore === undefined) || (!(func0.call(data35, "notBefore")))) && (missing4 = "notBefore"))) || (((data35.notAfter === undefined) || (!(func0.call(data35, "notAfter")))) && (missing4 = "notAfter"))){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5,message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs73 = errors;
for(const key4 of Object.keys(data35)){
if(!((((key4 === "seq") || (key4 === "claimed")) || (key4 === "notBefore")) || (key4 === "notAfter"))){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs73 === errors){
if(data35.seq !== undefined && func0.call(data35, "seq")){
let data36 = data35.seq;
const _errs74 = errors;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5+"/seq",message:"must be integer"}];
return false;
}
if(errors === _errs74){
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5+"/seq",message:"must be >= 0"}];
return false;
}
}
}
var valid10 = _errs74 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.claimed !== undefined && func0.call(data35, "claimed")){
const _errs76 = errors;
if(typeof data35.claimed !== "string"){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5+"/claimed",message:"must be string"}];
return false;
}
var valid10 = _errs76 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.notBefore !== undefined && func0.call(data35, "notBefore")){
let data38 = data35.notBefore;
const _errs78 = errors;
if((typeof data38 !== "string") && (data38 !== null)){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5+"/notBefore",message:"must be string,null"}];
return false;
}
var valid10 = _errs78 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data35.notAfter !== undefined && func0.call(data35, "notAfter")){
let data39 = data35.notAfter;
const _errs80 = errors;
if((typeof data39 !== "string") && (data39 !== null)){
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5+"/notAfter",message:"must be string,null"}];
return false;
}
var valid10 = _errs80 === errors;
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
validate90.errors = [{instancePath:instancePath+"/intervals/" + i5,message:"must be object"}];
return false;
}
}
var valid9 = _errs71 === errors;
if(!valid9){
break;
}
}
}
else {
validate90.errors = [{instancePath:instancePath+"/intervals",message:"must be array"}];
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.intervalsNotShown !== undefined && func0.call(data, "intervalsNotShown")){
let data40 = data.intervalsNotShown;
const _errs82 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate90.errors = [{instancePath:instancePath+"/intervalsNotShown",message:"must be integer"}];
return false;
}
if(errors === _errs82){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
validate90.errors = [{instancePath:instancePath+"/intervalsNotShown",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs82 === errors;
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
else {
validate90.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate90.errors = vErrors;
return errors === 0;
}


function validate93(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern4.test(data)){
validate93.errors = [{instancePath,message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate93.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate93.errors = vErrors;
return errors === 0;
}

const pattern6 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$", "u");

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern6.test(data)){
validate95.errors = [{instancePath,message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$"+"\""}];
return false;
}
}
else {
validate95.errors = [{instancePath,message:"must be string"}];
return false;
}
}
validate95.errors = vErrors;
return errors === 0;
}


function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.stands === undefined) || (!(func0.call(data, "stands")))) && (missing0 = "stands")) || (((data.undecided === undefined) || (!(func0.call(data, "undecided")))) && (missing0 = "undecided"))) || (((data.falls === undefined) || (!(func0.call(data, "falls")))) && (missing0 = "falls"))){
validate97.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((key0 === "stands") || (key0 === "undecided")) || (key0 === "falls"))){
validate97.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.stands !== undefined && func0.call(data, "stands")){
let data0 = data.stands;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate97.errors = [{instancePath:instancePath+"/stands",message:"must be integer"}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate97.errors = [{instancePath:instancePath+"/stands",message:"must be >= 0"}];
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
if(data.undecided !== undefined && func0.call(data, "undecided")){
let data1 = data.undecided;
const _errs4 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate97.errors = [{instancePath:instancePath+"/undecided",message:"must be integer"}];
return false;
}
if(errors === _errs4){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate97.errors = [{instancePath:instancePath+"/undecided",message:"must be >= 0"}];
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
if(data.falls !== undefined && func0.call(data, "falls")){
let data2 = data.falls;
const _errs6 = errors;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
validate97.errors = [{instancePath:instancePath+"/falls",message:"must be integer"}];
return false;
}
if(errors === _errs6){
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
validate97.errors = [{instancePath:instancePath+"/falls",message:"must be >= 0"}];
return false;
}
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
else {
validate97.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate97.errors = vErrors;
return errors === 0;
}


function validate101(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(!(((data === "stands") || (data === "undecided")) || (data === "falls"))){
validate101.errors = [{instancePath,message:"must be equal to one of the allowed values"}];
return false;
}
validate101.errors = vErrors;
return errors === 0;
}


function validate104(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.notBefore === undefined) || (!(func0.call(data, "notBefore")))) && (missing0 = "notBefore")) || (((data.notAfter === undefined) || (!(func0.call(data, "notAfter")))) && (missing0 = "notAfter"))){
validate104.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!((key0 === "notBefore") || (key0 === "notAfter"))){
validate104.errors = [{instancePath,message:"must NOT have additional properties"}];
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
if(!(validate95(data0, {instancePath:instancePath+"/notBefore",parentData:data,parentDataProperty:"notBefore",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
validate104.errors = vErrors;
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
if(!(validate95(data1, {instancePath:instancePath+"/notAfter",parentData:data,parentDataProperty:"notAfter",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
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
validate104.errors = vErrors;
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
validate104.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate104.errors = vErrors;
return errors === 0;
}


function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.evidence === undefined) || (!(func0.call(data, "evidence")))) && (missing0 = "evidence")) || (((data.line === undefined) || (!(func0.call(data, "line")))) && (missing0 = "line"))) || (((data.dated === undefined) || (!(func0.call(data, "dated")))) && (missing0 = "dated"))) || (((data.instant === undefined) || (!(func0.call(data, "instant")))) && (missing0 = "instant"))) || (((data.saves === undefined) || (!(func0.call(data, "saves")))) && (missing0 = "saves"))){
validate112.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(((((key0 === "evidence") || (key0 === "line")) || (key0 === "dated")) || (key0 === "instant")) || (key0 === "saves"))){
validate112.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.evidence !== undefined && func0.call(data, "evidence")){
let data0 = data.evidence;
const _errs2 = errors;
if(!(((data0 === "over") || (data0 === "inside")) || (data0 === "note"))){
validate112.errors = [{instancePath:instancePath+"/evidence",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.line !== undefined && func0.call(data, "line")){
let data1 = data.line;
const _errs3 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate112.errors = [{instancePath:instancePath+"/line",message:"must be integer"}];
return false;
}
if(errors === _errs3){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < -1 || isNaN(data1)){
validate112.errors = [{instancePath:instancePath+"/line",message:"must be >= -1"}];
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
if(data.dated !== undefined && func0.call(data, "dated")){
let data2 = data.dated;
const _errs5 = errors;
if(!((((data2 === "by") || (data2 === "before")) || (data2 === "from")) || (data2 === "after"))){
validate112.errors = [{instancePath:instancePath+"/dated",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.instant !== undefined && func0.call(data, "instant")){
const _errs6 = errors;
if(!(validate95(data.instant, {instancePath:instancePath+"/instant",parentData:data,parentDataProperty:"instant",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.saves !== undefined && func0.call(data, "saves")){
let data4 = data.saves;
const _errs7 = errors;
const _errs8 = errors;
let valid1 = false;
const _errs9 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err0 = {instancePath:instancePath+"/saves",message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(errors === _errs9){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
const err1 = {instancePath:instancePath+"/saves",message:"must be >= 0"};
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
var _valid0 = _errs9 === errors;
valid1 = valid1 || _valid0;
const _errs11 = errors;
if(data4 !== null){
const err2 = {instancePath:instancePath+"/saves",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs11 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const err3 = {instancePath:instancePath+"/saves",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate112.errors = vErrors;
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
}
}
}
else {
validate112.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate112.errors = vErrors;
return errors === 0;
}


function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.keys === undefined) || (!(func0.call(data, "keys")))) && (missing0 = "keys")) || (((data.standing === undefined) || (!(func0.call(data, "standing")))) && (missing0 = "standing"))) || (((data.changed === undefined) || (!(func0.call(data, "changed")))) && (missing0 = "changed"))) || (((data.orderUndecided === undefined) || (!(func0.call(data, "orderUndecided")))) && (missing0 = "orderUndecided"))) || (((data.checkpointed === undefined) || (!(func0.call(data, "checkpointed")))) && (missing0 = "checkpointed"))) || (((data.anchors === undefined) || (!(func0.call(data, "anchors")))) && (missing0 = "anchors"))) || (((data.anchorsNotShown === undefined) || (!(func0.call(data, "anchorsNotShown")))) && (missing0 = "anchorsNotShown"))) || (((data.checkpoints === undefined) || (!(func0.call(data, "checkpoints")))) && (missing0 = "checkpoints"))) || (((data.events === undefined) || (!(func0.call(data, "events")))) && (missing0 = "events"))) || (((data.eventsNotShown === undefined) || (!(func0.call(data, "eventsNotShown")))) && (missing0 = "eventsNotShown"))){
validate92.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"keys":true,"standing":true,"changed":true,"orderUndecided":true,"checkpointed":true,"anchors":true,"anchorsNotShown":true,"checkpoints":true,"events":true,"eventsNotShown":true}, key0))){
validate92.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.keys !== undefined && func0.call(data, "keys")){
let data0 = data.keys;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if(((((((((((data1.kind === undefined) || (!(func0.call(data1, "kind")))) && (missing1 = "kind")) || (((data1.name === undefined) || (!(func0.call(data1, "name")))) && (missing1 = "name"))) || (((data1.key === undefined) || (!(func0.call(data1, "key")))) && (missing1 = "key"))) || (((data1.since === undefined) || (!(func0.call(data1, "since")))) && (missing1 = "since"))) || (((data1.events === undefined) || (!(func0.call(data1, "events")))) && (missing1 = "events"))) || (((data1.anchors === undefined) || (!(func0.call(data1, "anchors")))) && (missing1 = "anchors"))) || (((data1.checkpoints === undefined) || (!(func0.call(data1, "checkpoints")))) && (missing1 = "checkpoints"))) || (((data1.receipts === undefined) || (!(func0.call(data1, "receipts")))) && (missing1 = "receipts"))) || (((data1.after === undefined) || (!(func0.call(data1, "after")))) && (missing1 = "after"))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs6 = errors;
for(const key1 of Object.keys(data1)){
if(!(func0.call({"kind":true,"name":true,"key":true,"since":true,"events":true,"anchors":true,"checkpoints":true,"receipts":true,"after":true}, key1))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.kind !== undefined && func0.call(data1, "kind")){
let data2 = data1.kind;
const _errs7 = errors;
if(!((((data2 === "signer") || (data2 === "log")) || (data2 === "witness")) || (data2 === "authority"))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/kind",message:"must be equal to one of the allowed values"}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.name !== undefined && func0.call(data1, "name")){
const _errs8 = errors;
if(typeof data1.name !== "string"){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/name",message:"must be string"}];
return false;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.key !== undefined && func0.call(data1, "key")){
const _errs10 = errors;
if(!(validate93(data1.key, {instancePath:instancePath+"/keys/" + i0+"/key",parentData:data1,parentDataProperty:"key",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate93.errors : vErrors.concat(validate93.errors);
errors = vErrors.length;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.since !== undefined && func0.call(data1, "since")){
const _errs11 = errors;
if(!(validate95(data1.since, {instancePath:instancePath+"/keys/" + i0+"/since",parentData:data1,parentDataProperty:"since",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.events !== undefined && func0.call(data1, "events")){
let data6 = data1.events;
const _errs12 = errors;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/events",message:"must be integer"}];
return false;
}
if(errors === _errs12){
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 0 || isNaN(data6)){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/events",message:"must be >= 0"}];
return false;
}
}
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.anchors !== undefined && func0.call(data1, "anchors")){
let data7 = data1.anchors;
const _errs14 = errors;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/anchors",message:"must be integer"}];
return false;
}
if(errors === _errs14){
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 < 0 || isNaN(data7)){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/anchors",message:"must be >= 0"}];
return false;
}
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.checkpoints !== undefined && func0.call(data1, "checkpoints")){
let data8 = data1.checkpoints;
const _errs16 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/checkpoints",message:"must be integer"}];
return false;
}
if(errors === _errs16){
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 < 0 || isNaN(data8)){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/checkpoints",message:"must be >= 0"}];
return false;
}
}
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.receipts !== undefined && func0.call(data1, "receipts")){
let data9 = data1.receipts;
const _errs18 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/receipts",message:"must be integer"}];
return false;
}
if(errors === _errs18){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 0 || isNaN(data9)){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/receipts",message:"must be >= 0"}];
return false;
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data1.after !== undefined && func0.call(data1, "after")){
const _errs20 = errors;
if(typeof data1.after !== "boolean"){
validate92.errors = [{instancePath:instancePath+"/keys/" + i0+"/after",message:"must be boolean"}];
return false;
}
var valid2 = _errs20 === errors;
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
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/keys/" + i0,message:"must be object"}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/keys",message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.standing !== undefined && func0.call(data, "standing")){
let data11 = data.standing;
const _errs22 = errors;
if(errors === _errs22){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if((((data11.now === undefined) || (!(func0.call(data11, "now")))) && (missing2 = "now")) || (((data11.assumed === undefined) || (!(func0.call(data11, "assumed")))) && (missing2 = "assumed"))){
validate92.errors = [{instancePath:instancePath+"/standing",message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs24 = errors;
for(const key2 of Object.keys(data11)){
if(!((key2 === "now") || (key2 === "assumed"))){
validate92.errors = [{instancePath:instancePath+"/standing",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs24 === errors){
if(data11.now !== undefined && func0.call(data11, "now")){
const _errs25 = errors;
if(!(validate97(data11.now, {instancePath:instancePath+"/standing/now",parentData:data11,parentDataProperty:"now",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data11.assumed !== undefined && func0.call(data11, "assumed")){
const _errs26 = errors;
if(!(validate97(data11.assumed, {instancePath:instancePath+"/standing/assumed",parentData:data11,parentDataProperty:"assumed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
errors = vErrors.length;
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/standing",message:"must be object"}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.changed !== undefined && func0.call(data, "changed")){
let data14 = data.changed;
const _errs27 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate92.errors = [{instancePath:instancePath+"/changed",message:"must be integer"}];
return false;
}
if(errors === _errs27){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 < 0 || isNaN(data14)){
validate92.errors = [{instancePath:instancePath+"/changed",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orderUndecided !== undefined && func0.call(data, "orderUndecided")){
let data15 = data.orderUndecided;
const _errs29 = errors;
if(errors === _errs29){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if((((data15.now === undefined) || (!(func0.call(data15, "now")))) && (missing3 = "now")) || (((data15.assumed === undefined) || (!(func0.call(data15, "assumed")))) && (missing3 = "assumed"))){
validate92.errors = [{instancePath:instancePath+"/orderUndecided",message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs31 = errors;
for(const key3 of Object.keys(data15)){
if(!((key3 === "now") || (key3 === "assumed"))){
validate92.errors = [{instancePath:instancePath+"/orderUndecided",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs31 === errors){
if(data15.now !== undefined && func0.call(data15, "now")){
let data16 = data15.now;
const _errs32 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate92.errors = [{instancePath:instancePath+"/orderUndecided/now",message:"must be integer"}];
return false;
}
if(errors === _errs32){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 < 0 || isNaN(data16)){
validate92.errors = [{instancePath:instancePath+"/orderUndecided/now",message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs32 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.assumed !== undefined && func0.call(data15, "assumed")){
let data17 = data15.assumed;
const _errs34 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate92.errors = [{instancePath:instancePath+"/orderUndecided/assumed",message:"must be integer"}];
return false;
}
if(errors === _errs34){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate92.errors = [{instancePath:instancePath+"/orderUndecided/assumed",message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs34 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/orderUndecided",message:"must be object"}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checkpointed !== undefined && func0.call(data, "checkpointed")){
let data18 = data.checkpointed;
const _errs36 = errors;
if(errors === _errs36){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing4;
if((((data18.now === undefined) || (!(func0.call(data18, "now")))) && (missing4 = "now")) || (((data18.assumed === undefined) || (!(func0.call(data18, "assumed")))) && (missing4 = "assumed"))){
validate92.errors = [{instancePath:instancePath+"/checkpointed",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key4 of Object.keys(data18)){
if(!((key4 === "now") || (key4 === "assumed"))){
validate92.errors = [{instancePath:instancePath+"/checkpointed",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data18.now !== undefined && func0.call(data18, "now")){
let data19 = data18.now;
const _errs39 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate92.errors = [{instancePath:instancePath+"/checkpointed/now",message:"must be integer"}];
return false;
}
if(errors === _errs39){
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
validate92.errors = [{instancePath:instancePath+"/checkpointed/now",message:"must be >= 0"}];
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
if(data18.assumed !== undefined && func0.call(data18, "assumed")){
let data20 = data18.assumed;
const _errs41 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate92.errors = [{instancePath:instancePath+"/checkpointed/assumed",message:"must be integer"}];
return false;
}
if(errors === _errs41){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate92.errors = [{instancePath:instancePath+"/checkpointed/assumed",message:"must be >= 0"}];
return false;
}
}
}
var valid5 = _errs41 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/checkpointed",message:"must be object"}];
return false;
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchors !== undefined && func0.call(data, "anchors")){
let data21 = data.anchors;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data21)){
var valid6 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
const _errs45 = errors;
if(errors === _errs45){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing5;
if(((((((((((data22.number === undefined) || (!(func0.call(data22, "number")))) && (missing5 = "number")) || (((data22.source === undefined) || (!(func0.call(data22, "source")))) && (missing5 = "source"))) || (((data22.authority === undefined) || (!(func0.call(data22, "authority")))) && (missing5 = "authority"))) || (((data22.time === undefined) || (!(func0.call(data22, "time")))) && (missing5 = "time"))) || (((data22.log === undefined) || (!(func0.call(data22, "log")))) && (missing5 = "log"))) || (((data22.covers === undefined) || (!(func0.call(data22, "covers")))) && (missing5 = "covers"))) || (((data22.within === undefined) || (!(func0.call(data22, "within")))) && (missing5 = "within"))) || (((data22.standing === undefined) || (!(func0.call(data22, "standing")))) && (missing5 = "standing"))) || (((data22.savedBy === undefined) || (!(func0.call(data22, "savedBy")))) && (missing5 = "savedBy"))){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1,message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs47 = errors;
for(const key5 of Object.keys(data22)){
if(!(func0.call({"number":true,"source":true,"authority":true,"time":true,"log":true,"covers":true,"within":true,"standing":true,"savedBy":true}, key5))){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs47 === errors){
if(data22.number !== undefined && func0.call(data22, "number")){
let data23 = data22.number;
const _errs48 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/number",message:"must be integer"}];
return false;
}
if(errors === _errs48){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/number",message:"must be >= 0"}];
return false;
}
}
}
var valid7 = _errs48 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.source !== undefined && func0.call(data22, "source")){
const _errs50 = errors;
if(typeof data22.source !== "string"){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/source",message:"must be string"}];
return false;
}
var valid7 = _errs50 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.authority !== undefined && func0.call(data22, "authority")){
const _errs52 = errors;
if(typeof data22.authority !== "string"){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/authority",message:"must be string"}];
return false;
}
var valid7 = _errs52 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.time !== undefined && func0.call(data22, "time")){
const _errs54 = errors;
if(!(validate95(data22.time, {instancePath:instancePath+"/anchors/" + i1+"/time",parentData:data22,parentDataProperty:"time",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid7 = _errs54 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.log !== undefined && func0.call(data22, "log")){
let data27 = data22.log;
const _errs55 = errors;
const _errs56 = errors;
let valid8 = false;
const _errs57 = errors;
if(typeof data27 !== "string"){
const err0 = {instancePath:instancePath+"/anchors/" + i1+"/log",message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs57 === errors;
valid8 = valid8 || _valid0;
const _errs59 = errors;
if(data27 !== null){
const err1 = {instancePath:instancePath+"/anchors/" + i1+"/log",message:"must be null"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs59 === errors;
valid8 = valid8 || _valid0;
if(!valid8){
const err2 = {instancePath:instancePath+"/anchors/" + i1+"/log",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs56;
if(vErrors !== null){
if(_errs56){
vErrors.length = _errs56;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.covers !== undefined && func0.call(data22, "covers")){
let data28 = data22.covers;
const _errs61 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/covers",message:"must be integer"}];
return false;
}
if(errors === _errs61){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 0 || isNaN(data28)){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/covers",message:"must be >= 0"}];
return false;
}
}
}
var valid7 = _errs61 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.within !== undefined && func0.call(data22, "within")){
let data29 = data22.within;
const _errs63 = errors;
const _errs64 = errors;
let valid9 = false;
const _errs65 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err3 = {instancePath:instancePath+"/anchors/" + i1+"/within",message:"must be integer"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(errors === _errs65){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err4 = {instancePath:instancePath+"/anchors/" + i1+"/within",message:"must be >= 0"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
var _valid1 = _errs65 === errors;
valid9 = valid9 || _valid1;
const _errs67 = errors;
if(data29 !== null){
const err5 = {instancePath:instancePath+"/anchors/" + i1+"/within",message:"must be null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid1 = _errs67 === errors;
valid9 = valid9 || _valid1;
if(!valid9){
const err6 = {instancePath:instancePath+"/anchors/" + i1+"/within",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs64;
if(vErrors !== null){
if(_errs64){
vErrors.length = _errs64;
}
else {
vErrors = null;
}
}
}
var valid7 = _errs63 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.standing !== undefined && func0.call(data22, "standing")){
const _errs69 = errors;
if(!(validate101(data22.standing, {instancePath:instancePath+"/anchors/" + i1+"/standing",parentData:data22,parentDataProperty:"standing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
var valid7 = _errs69 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data22.savedBy !== undefined && func0.call(data22, "savedBy")){
let data31 = data22.savedBy;
const _errs70 = errors;
if(errors === _errs70){
if(Array.isArray(data31)){
var valid10 = true;
const len2 = data31.length;
for(let i2=0; i2<len2; i2++){
let data32 = data31[i2];
const _errs72 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/savedBy/" + i2,message:"must be integer"}];
return false;
}
if(errors === _errs72){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/savedBy/" + i2,message:"must be >= 0"}];
return false;
}
}
}
var valid10 = _errs72 === errors;
if(!valid10){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1+"/savedBy",message:"must be array"}];
return false;
}
}
var valid7 = _errs70 === errors;
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
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/anchors/" + i1,message:"must be object"}];
return false;
}
}
var valid6 = _errs45 === errors;
if(!valid6){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/anchors",message:"must be array"}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.anchorsNotShown !== undefined && func0.call(data, "anchorsNotShown")){
let data33 = data.anchorsNotShown;
const _errs74 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate92.errors = [{instancePath:instancePath+"/anchorsNotShown",message:"must be integer"}];
return false;
}
if(errors === _errs74){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
validate92.errors = [{instancePath:instancePath+"/anchorsNotShown",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs74 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checkpoints !== undefined && func0.call(data, "checkpoints")){
let data34 = data.checkpoints;
const _errs76 = errors;
if(errors === _errs76){
if(Array.isArray(data34)){
var valid11 = true;
const len3 = data34.length;
for(let i3=0; i3<len3; i3++){
let data35 = data34[i3];
const _errs78 = errors;
if(errors === _errs78){
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
let missing6;
if((((((((data35.name === undefined) || (!(func0.call(data35, "name")))) && (missing6 = "name")) || (((data35.size === undefined) || (!(func0.call(data35, "size")))) && (missing6 = "size"))) || (((data35.standing === undefined) || (!(func0.call(data35, "standing")))) && (missing6 = "standing"))) || (((data35.proven === undefined) || (!(func0.call(data35, "proven")))) && (missing6 = "proven"))) || (((data35.cosignedNow === undefined) || (!(func0.call(data35, "cosignedNow")))) && (missing6 = "cosignedNow"))) || (((data35.cosigned === undefined) || (!(func0.call(data35, "cosigned")))) && (missing6 = "cosigned"))){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3,message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs80 = errors;
for(const key6 of Object.keys(data35)){
if(!((((((key6 === "name") || (key6 === "size")) || (key6 === "standing")) || (key6 === "proven")) || (key6 === "cosignedNow")) || (key6 === "cosigned"))){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs80 === errors){
if(data35.name !== undefined && func0.call(data35, "name")){
const _errs81 = errors;
if(typeof data35.name !== "string"){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/name",message:"must be string"}];
return false;
}
var valid12 = _errs81 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.size !== undefined && func0.call(data35, "size")){
let data37 = data35.size;
const _errs83 = errors;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/size",message:"must be integer"}];
return false;
}
if(errors === _errs83){
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/size",message:"must be >= 0"}];
return false;
}
}
}
var valid12 = _errs83 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.standing !== undefined && func0.call(data35, "standing")){
const _errs85 = errors;
if(!(validate101(data35.standing, {instancePath:instancePath+"/checkpoints/" + i3+"/standing",parentData:data35,parentDataProperty:"standing",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
var valid12 = _errs85 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.proven !== undefined && func0.call(data35, "proven")){
const _errs86 = errors;
if(!(validate104(data35.proven, {instancePath:instancePath+"/checkpoints/" + i3+"/proven",parentData:data35,parentDataProperty:"proven",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var valid12 = _errs86 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.cosignedNow !== undefined && func0.call(data35, "cosignedNow")){
let data40 = data35.cosignedNow;
const _errs87 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/cosignedNow",message:"must be integer"}];
return false;
}
if(errors === _errs87){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/cosignedNow",message:"must be >= 0"}];
return false;
}
}
}
var valid12 = _errs87 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data35.cosigned !== undefined && func0.call(data35, "cosigned")){
let data41 = data35.cosigned;
const _errs89 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/cosigned",message:"must be integer"}];
return false;
}
if(errors === _errs89){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 0 || isNaN(data41)){
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3+"/cosigned",message:"must be >= 0"}];
return false;
}
}
}
var valid12 = _errs89 === errors;
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
}
else {
validate92.errors = [{instancePath:instancePath+"/checkpoints/" + i3,message:"must be object"}];
return false;
}
}
var valid11 = _errs78 === errors;
if(!valid11){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/checkpoints",message:"must be array"}];
return false;
}
}
var valid0 = _errs76 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.events !== undefined && func0.call(data, "events")){
let data42 = data.events;
const _errs91 = errors;
if(errors === _errs91){
if(Array.isArray(data42)){
var valid13 = true;
const len4 = data42.length;
for(let i4=0; i4<len4; i4++){
let data43 = data42[i4];
const _errs93 = errors;
if(errors === _errs93){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing7;
if((((((((((((data43.seq === undefined) || (!(func0.call(data43, "seq")))) && (missing7 = "seq")) || (((data43.type === undefined) || (!(func0.call(data43, "type")))) && (missing7 = "type"))) || (((data43.performer === undefined) || (!(func0.call(data43, "performer")))) && (missing7 = "performer"))) || (((data43.now === undefined) || (!(func0.call(data43, "now")))) && (missing7 = "now"))) || (((data43.assumed === undefined) || (!(func0.call(data43, "assumed")))) && (missing7 = "assumed"))) || (((data43.provenNow === undefined) || (!(func0.call(data43, "provenNow")))) && (missing7 = "provenNow"))) || (((data43.proven === undefined) || (!(func0.call(data43, "proven")))) && (missing7 = "proven"))) || (((data43.because === undefined) || (!(func0.call(data43, "because")))) && (missing7 = "because"))) || (((data43.by === undefined) || (!(func0.call(data43, "by")))) && (missing7 = "by"))) || (((data43.wanted === undefined) || (!(func0.call(data43, "wanted")))) && (missing7 = "wanted"))){
validate92.errors = [{instancePath:instancePath+"/events/" + i4,message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs95 = errors;
for(const key7 of Object.keys(data43)){
if(!(func0.call({"seq":true,"type":true,"performer":true,"now":true,"assumed":true,"provenNow":true,"proven":true,"because":true,"by":true,"wanted":true}, key7))){
validate92.errors = [{instancePath:instancePath+"/events/" + i4,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs95 === errors){
if(data43.seq !== undefined && func0.call(data43, "seq")){
let data44 = data43.seq;
const _errs96 = errors;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
validate92.errors = [{instancePath:instancePath+"/events/" + i4+"/seq",message:"must be integer"}];
return false;
}
if(errors === _errs96){
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 0 || isNaN(data44)){
validate92.errors = [{instancePath:instancePath+"/events/" + i4+"/seq",message:"must be >= 0"}];
return false;
}
}
}
var valid14 = _errs96 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.type !== undefined && func0.call(data43, "type")){
let data45 = data43.type;
const _errs98 = errors;
const _errs99 = errors;
let valid15 = false;
const _errs100 = errors;
if(typeof data45 !== "string"){
const err7 = {instancePath:instancePath+"/events/" + i4+"/type",message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid2 = _errs100 === errors;
valid15 = valid15 || _valid2;
const _errs102 = errors;
if(data45 !== null){
const err8 = {instancePath:instancePath+"/events/" + i4+"/type",message:"must be null"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid2 = _errs102 === errors;
valid15 = valid15 || _valid2;
if(!valid15){
const err9 = {instancePath:instancePath+"/events/" + i4+"/type",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs99;
if(vErrors !== null){
if(_errs99){
vErrors.length = _errs99;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs98 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.performer !== undefined && func0.call(data43, "performer")){
let data46 = data43.performer;
const _errs104 = errors;
const _errs105 = errors;
let valid16 = false;
const _errs106 = errors;
if(typeof data46 !== "string"){
const err10 = {instancePath:instancePath+"/events/" + i4+"/performer",message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid3 = _errs106 === errors;
valid16 = valid16 || _valid3;
const _errs108 = errors;
if(data46 !== null){
const err11 = {instancePath:instancePath+"/events/" + i4+"/performer",message:"must be null"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid3 = _errs108 === errors;
valid16 = valid16 || _valid3;
if(!valid16){
const err12 = {instancePath:instancePath+"/events/" + i4+"/performer",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs105;
if(vErrors !== null){
if(_errs105){
vErrors.length = _errs105;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs104 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.now !== undefined && func0.call(data43, "now")){
const _errs110 = errors;
if(!(validate101(data43.now, {instancePath:instancePath+"/events/" + i4+"/now",parentData:data43,parentDataProperty:"now",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
var valid14 = _errs110 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.assumed !== undefined && func0.call(data43, "assumed")){
const _errs111 = errors;
if(!(validate101(data43.assumed, {instancePath:instancePath+"/events/" + i4+"/assumed",parentData:data43,parentDataProperty:"assumed",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
errors = vErrors.length;
}
var valid14 = _errs111 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.provenNow !== undefined && func0.call(data43, "provenNow")){
const _errs112 = errors;
if(!(validate104(data43.provenNow, {instancePath:instancePath+"/events/" + i4+"/provenNow",parentData:data43,parentDataProperty:"provenNow",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var valid14 = _errs112 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.proven !== undefined && func0.call(data43, "proven")){
const _errs113 = errors;
if(!(validate104(data43.proven, {instancePath:instancePath+"/events/" + i4+"/proven",parentData:data43,parentDataProperty:"proven",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
errors = vErrors.length;
}
var valid14 = _errs113 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.because !== undefined && func0.call(data43, "because")){
const _errs114 = errors;
if(typeof data43.because !== "string"){
validate92.errors = [{instancePath:instancePath+"/events/" + i4+"/because",message:"must be string"}];
return false;
}
var valid14 = _errs114 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.by !== undefined && func0.call(data43, "by")){
let data52 = data43.by;
const _errs116 = errors;
const _errs117 = errors;
let valid17 = false;
const _errs118 = errors;
if(errors === _errs118){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
let missing8;
if((((data52.anchors === undefined) || (!(func0.call(data52, "anchors")))) && (missing8 = "anchors")) || (((data52.smallest === undefined) || (!(func0.call(data52, "smallest")))) && (missing8 = "smallest"))){
const err13 = {instancePath:instancePath+"/events/" + i4+"/by",message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
const _errs120 = errors;
for(const key8 of Object.keys(data52)){
if(!((key8 === "anchors") || (key8 === "smallest"))){
const err14 = {instancePath:instancePath+"/events/" + i4+"/by",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
break;
}
}
if(_errs120 === errors){
if(data52.anchors !== undefined && func0.call(data52, "anchors")){
let data53 = data52.anchors;
const _errs121 = errors;
if(errors === _errs121){
if(Array.isArray(data53)){
var valid19 = true;
const len5 = data53.length;
for(let i5=0; i5<len5; i5++){
let data54 = data53[i5];
const _errs123 = errors;
if(!(((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54))) && (isFinite(data54)))){
const err15 = {instancePath:instancePath+"/events/" + i4+"/by/anchors/" + i5,message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(errors === _errs123){
if((typeof data54 == "number") && (isFinite(data54))){
if(data54 < 0 || isNaN(data54)){
const err16 = {instancePath:instancePath+"/events/" + i4+"/by/anchors/" + i5,message:"must be >= 0"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
var valid19 = _errs123 === errors;
if(!valid19){
break;
}
}
}
else {
const err17 = {instancePath:instancePath+"/events/" + i4+"/by/anchors",message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid18 = _errs121 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data52.smallest !== undefined && func0.call(data52, "smallest")){
const _errs125 = errors;
if(typeof data52.smallest !== "boolean"){
const err18 = {instancePath:instancePath+"/events/" + i4+"/by/smallest",message:"must be boolean"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid18 = _errs125 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/events/" + i4+"/by",message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid4 = _errs118 === errors;
valid17 = valid17 || _valid4;
const _errs127 = errors;
if(data52 !== null){
const err20 = {instancePath:instancePath+"/events/" + i4+"/by",message:"must be null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid4 = _errs127 === errors;
valid17 = valid17 || _valid4;
if(!valid17){
const err21 = {instancePath:instancePath+"/events/" + i4+"/by",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs117;
if(vErrors !== null){
if(_errs117){
vErrors.length = _errs117;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs116 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data43.wanted !== undefined && func0.call(data43, "wanted")){
let data56 = data43.wanted;
const _errs129 = errors;
const _errs130 = errors;
let valid20 = false;
const _errs131 = errors;
if(errors === _errs131){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing9;
if((((data56.toStand === undefined) || (!(func0.call(data56, "toStand")))) && (missing9 = "toStand")) || (((data56.toFall === undefined) || (!(func0.call(data56, "toFall")))) && (missing9 = "toFall"))){
const err22 = {instancePath:instancePath+"/events/" + i4+"/wanted",message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
else {
const _errs133 = errors;
for(const key9 of Object.keys(data56)){
if(!((key9 === "toStand") || (key9 === "toFall"))){
const err23 = {instancePath:instancePath+"/events/" + i4+"/wanted",message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
}
if(_errs133 === errors){
if(data56.toStand !== undefined && func0.call(data56, "toStand")){
let data57 = data56.toStand;
const _errs134 = errors;
if(errors === _errs134){
if(Array.isArray(data57)){
var valid22 = true;
const len6 = data57.length;
for(let i6=0; i6<len6; i6++){
const _errs136 = errors;
if(!(validate112(data57[i6], {instancePath:instancePath+"/events/" + i4+"/wanted/toStand/" + i6,parentData:data57,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid22 = _errs136 === errors;
if(!valid22){
break;
}
}
}
else {
const err24 = {instancePath:instancePath+"/events/" + i4+"/wanted/toStand",message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid21 = _errs134 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data56.toFall !== undefined && func0.call(data56, "toFall")){
let data59 = data56.toFall;
const _errs137 = errors;
if(errors === _errs137){
if(Array.isArray(data59)){
var valid23 = true;
const len7 = data59.length;
for(let i7=0; i7<len7; i7++){
const _errs139 = errors;
if(!(validate112(data59[i7], {instancePath:instancePath+"/events/" + i4+"/wanted/toFall/" + i7,parentData:data59,parentDataProperty:i7,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
errors = vErrors.length;
}
var valid23 = _errs139 === errors;
if(!valid23){
break;
}
}
}
else {
const err25 = {instancePath:instancePath+"/events/" + i4+"/wanted/toFall",message:"must be array"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
var valid21 = _errs137 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
else {
const err26 = {instancePath:instancePath+"/events/" + i4+"/wanted",message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var _valid5 = _errs131 === errors;
valid20 = valid20 || _valid5;
const _errs140 = errors;
if(data56 !== null){
const err27 = {instancePath:instancePath+"/events/" + i4+"/wanted",message:"must be null"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid5 = _errs140 === errors;
valid20 = valid20 || _valid5;
if(!valid20){
const err28 = {instancePath:instancePath+"/events/" + i4+"/wanted",message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
validate92.errors = vErrors;
return false;
}
else {
errors = _errs130;
if(vErrors !== null){
if(_errs130){
vErrors.length = _errs130;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs129 === errors;
}
else {
var valid14 = true;
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
validate92.errors = [{instancePath:instancePath+"/events/" + i4,message:"must be object"}];
return false;
}
}
var valid13 = _errs93 === errors;
if(!valid13){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/events",message:"must be array"}];
return false;
}
}
var valid0 = _errs91 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eventsNotShown !== undefined && func0.call(data, "eventsNotShown")){
let data61 = data.eventsNotShown;
const _errs142 = errors;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
validate92.errors = [{instancePath:instancePath+"/eventsNotShown",message:"must be integer"}];
return false;
}
if(errors === _errs142){
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 < 0 || isNaN(data61)){
validate92.errors = [{instancePath:instancePath+"/eventsNotShown",message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs142 === errors;
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
validate92.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate92.errors = vErrors;
return errors === 0;
}


function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((((((((data.name === undefined) || (!(func0.call(data, "name")))) && (missing0 = "name")) || (((data.kind === undefined) || (!(func0.call(data, "kind")))) && (missing0 = "kind"))) || (((data.version === undefined) || (!(func0.call(data, "version")))) && (missing0 = "version"))) || (((data.artifacts === undefined) || (!(func0.call(data, "artifacts")))) && (missing0 = "artifacts"))) || (((data.subjects === undefined) || (!(func0.call(data, "subjects")))) && (missing0 = "subjects"))) || (((data.predicateType === undefined) || (!(func0.call(data, "predicateType")))) && (missing0 = "predicateType"))) || (((data.signers === undefined) || (!(func0.call(data, "signers")))) && (missing0 = "signers"))) || (((data.times === undefined) || (!(func0.call(data, "times")))) && (missing0 = "times"))) || (((data.checks === undefined) || (!(func0.call(data, "checks")))) && (missing0 = "checks"))) || (((data.findings === undefined) || (!(func0.call(data, "findings")))) && (missing0 = "findings"))) || (((data.sigstore === undefined) || (!(func0.call(data, "sigstore")))) && (missing0 = "sigstore"))) || (((data.attestationDigest === undefined) || (!(func0.call(data, "attestationDigest")))) && (missing0 = "attestationDigest"))) || (((data.trustedRoot === undefined) || (!(func0.call(data, "trustedRoot")))) && (missing0 = "trustedRoot"))) || (((data.signerKind === undefined) || (!(func0.call(data, "signerKind")))) && (missing0 = "signerKind"))) || (((data.modes === undefined) || (!(func0.call(data, "modes")))) && (missing0 = "modes"))) || (((data.indication === undefined) || (!(func0.call(data, "indication")))) && (missing0 = "indication"))) || (((data.sub === undefined) || (!(func0.call(data, "sub")))) && (missing0 = "sub"))) || (((data.decision === undefined) || (!(func0.call(data, "decision")))) && (missing0 = "decision"))) || (((data.exitCode === undefined) || (!(func0.call(data, "exitCode")))) && (missing0 = "exitCode"))) || (((data.judgements === undefined) || (!(func0.call(data, "judgements")))) && (missing0 = "judgements"))) || (((data.established === undefined) || (!(func0.call(data, "established")))) && (missing0 = "established"))) || (((data.notEstablished === undefined) || (!(func0.call(data, "notEstablished")))) && (missing0 = "notEstablished"))) || (((data.summary === undefined) || (!(func0.call(data, "summary")))) && (missing0 = "summary"))){
validate61.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"name":true,"kind":true,"version":true,"artifacts":true,"subjects":true,"predicateType":true,"signers":true,"times":true,"checks":true,"findings":true,"sigstore":true,"attestationDigest":true,"trustedRoot":true,"signerKind":true,"modes":true,"indication":true,"sub":true,"decision":true,"exitCode":true,"judgements":true,"established":true,"notEstablished":true,"summary":true,"predicateDocument":true,"materials":true,"registrySigned":true,"reused":true,"scopes":true,"proposed":true,"custody":true,"whatIf":true,"build":true}, key0))){
validate61.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined && func0.call(data, "name")){
const _errs2 = errors;
if(typeof data.name !== "string"){
validate61.errors = [{instancePath:instancePath+"/name",message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined && func0.call(data, "kind")){
const _errs4 = errors;
if(typeof data.kind !== "string"){
validate61.errors = [{instancePath:instancePath+"/kind",message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined && func0.call(data, "version")){
const _errs6 = errors;
if(typeof data.version !== "string"){
validate61.errors = [{instancePath:instancePath+"/version",message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.artifacts !== undefined && func0.call(data, "artifacts")){
let data3 = data.artifacts;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs10 = errors;
if(errors === _errs10){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if((((data4.name === undefined) || (!(func0.call(data4, "name")))) && (missing1 = "name")) || (((data4.digests === undefined) || (!(func0.call(data4, "digests")))) && (missing1 = "digests"))){
validate61.errors = [{instancePath:instancePath+"/artifacts/" + i0,message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs12 = errors;
for(const key1 of Object.keys(data4)){
if(!(((key1 === "name") || (key1 === "digests")) || (key1 === "what"))){
validate61.errors = [{instancePath:instancePath+"/artifacts/" + i0,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs12 === errors){
if(data4.name !== undefined && func0.call(data4, "name")){
const _errs13 = errors;
if(typeof data4.name !== "string"){
validate61.errors = [{instancePath:instancePath+"/artifacts/" + i0+"/name",message:"must be string"}];
return false;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.digests !== undefined && func0.call(data4, "digests")){
const _errs15 = errors;
if(!(validate62(data4.digests, {instancePath:instancePath+"/artifacts/" + i0+"/digests",parentData:data4,parentDataProperty:"digests",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.what !== undefined && func0.call(data4, "what")){
const _errs16 = errors;
if(typeof data4.what !== "string"){
validate61.errors = [{instancePath:instancePath+"/artifacts/" + i0+"/what",message:"must be string"}];
return false;
}
var valid2 = _errs16 === errors;
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
validate61.errors = [{instancePath:instancePath+"/artifacts/" + i0,message:"must be object"}];
return false;
}
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/artifacts",message:"must be array"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subjects !== undefined && func0.call(data, "subjects")){
let data8 = data.subjects;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data8)){
var valid3 = true;
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
const _errs20 = errors;
if(errors === _errs20){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if((((data9.name === undefined) || (!(func0.call(data9, "name")))) && (missing2 = "name")) || (((data9.digest === undefined) || (!(func0.call(data9, "digest")))) && (missing2 = "digest"))){
validate61.errors = [{instancePath:instancePath+"/subjects/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key2 of Object.keys(data9)){
if(!((key2 === "name") || (key2 === "digest"))){
validate61.errors = [{instancePath:instancePath+"/subjects/" + i1,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data9.name !== undefined && func0.call(data9, "name")){
let data10 = data9.name;
const _errs23 = errors;
if((typeof data10 !== "string") && (data10 !== null)){
validate61.errors = [{instancePath:instancePath+"/subjects/" + i1+"/name",message:"must be string,null"}];
return false;
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.digest !== undefined && func0.call(data9, "digest")){
const _errs25 = errors;
if(!(validate62(data9.digest, {instancePath:instancePath+"/subjects/" + i1+"/digest",parentData:data9,parentDataProperty:"digest",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/subjects/" + i1,message:"must be object"}];
return false;
}
}
var valid3 = _errs20 === errors;
if(!valid3){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/subjects",message:"must be array"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicateType !== undefined && func0.call(data, "predicateType")){
let data12 = data.predicateType;
const _errs26 = errors;
if((typeof data12 !== "string") && (data12 !== null)){
validate61.errors = [{instancePath:instancePath+"/predicateType",message:"must be string,null"}];
return false;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signers !== undefined && func0.call(data, "signers")){
let data13 = data.signers;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data13)){
var valid5 = true;
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
const _errs30 = errors;
if(!(validate65(data13[i2], {instancePath:instancePath+"/signers/" + i2,parentData:data13,parentDataProperty:i2,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
var valid5 = _errs30 === errors;
if(!valid5){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/signers",message:"must be array"}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.times !== undefined && func0.call(data, "times")){
let data15 = data.times;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data15)){
var valid6 = true;
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
const _errs33 = errors;
if(errors === _errs33){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing3;
if((((((data16.source === undefined) || (!(func0.call(data16, "source")))) && (missing3 = "source")) || (((data16.instant === undefined) || (!(func0.call(data16, "instant")))) && (missing3 = "instant"))) || (((data16.trusted === undefined) || (!(func0.call(data16, "trusted")))) && (missing3 = "trusted"))) || (((data16.usedFor === undefined) || (!(func0.call(data16, "usedFor")))) && (missing3 = "usedFor"))){
validate61.errors = [{instancePath:instancePath+"/times/" + i3,message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs35 = errors;
for(const key3 of Object.keys(data16)){
if(!((((key3 === "source") || (key3 === "instant")) || (key3 === "trusted")) || (key3 === "usedFor"))){
validate61.errors = [{instancePath:instancePath+"/times/" + i3,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs35 === errors){
if(data16.source !== undefined && func0.call(data16, "source")){
const _errs36 = errors;
if(typeof data16.source !== "string"){
validate61.errors = [{instancePath:instancePath+"/times/" + i3+"/source",message:"must be string"}];
return false;
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data16.instant !== undefined && func0.call(data16, "instant")){
const _errs38 = errors;
if(typeof data16.instant !== "string"){
validate61.errors = [{instancePath:instancePath+"/times/" + i3+"/instant",message:"must be string"}];
return false;
}
var valid7 = _errs38 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data16.trusted !== undefined && func0.call(data16, "trusted")){
const _errs40 = errors;
if(typeof data16.trusted !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/times/" + i3+"/trusted",message:"must be boolean"}];
return false;
}
var valid7 = _errs40 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data16.usedFor !== undefined && func0.call(data16, "usedFor")){
const _errs42 = errors;
if(typeof data16.usedFor !== "string"){
validate61.errors = [{instancePath:instancePath+"/times/" + i3+"/usedFor",message:"must be string"}];
return false;
}
var valid7 = _errs42 === errors;
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
validate61.errors = [{instancePath:instancePath+"/times/" + i3,message:"must be object"}];
return false;
}
}
var valid6 = _errs33 === errors;
if(!valid6){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/times",message:"must be array"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.checks !== undefined && func0.call(data, "checks")){
let data21 = data.checks;
const _errs44 = errors;
if(errors === _errs44){
if(Array.isArray(data21)){
var valid8 = true;
const len4 = data21.length;
for(let i4=0; i4<len4; i4++){
const _errs46 = errors;
if(!(validate67(data21[i4], {instancePath:instancePath+"/checks/" + i4,parentData:data21,parentDataProperty:i4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
errors = vErrors.length;
}
var valid8 = _errs46 === errors;
if(!valid8){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/checks",message:"must be array"}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.findings !== undefined && func0.call(data, "findings")){
let data23 = data.findings;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data23)){
var valid9 = true;
const len5 = data23.length;
for(let i5=0; i5<len5; i5++){
const _errs49 = errors;
if(!(validate72(data23[i5], {instancePath:instancePath+"/findings/" + i5,parentData:data23,parentDataProperty:i5,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
var valid9 = _errs49 === errors;
if(!valid9){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/findings",message:"must be array"}];
return false;
}
}
var valid0 = _errs47 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sigstore !== undefined && func0.call(data, "sigstore")){
let data25 = data.sigstore;
const _errs50 = errors;
if((!(data25 && typeof data25 == "object" && !Array.isArray(data25))) && (data25 !== null)){
validate61.errors = [{instancePath:instancePath+"/sigstore",message:"must be object,null"}];
return false;
}
var valid0 = _errs50 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attestationDigest !== undefined && func0.call(data, "attestationDigest")){
let data26 = data.attestationDigest;
const _errs52 = errors;
if((typeof data26 !== "string") && (data26 !== null)){
validate61.errors = [{instancePath:instancePath+"/attestationDigest",message:"must be string,null"}];
return false;
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trustedRoot !== undefined && func0.call(data, "trustedRoot")){
let data27 = data.trustedRoot;
const _errs54 = errors;
if((typeof data27 !== "string") && (data27 !== null)){
validate61.errors = [{instancePath:instancePath+"/trustedRoot",message:"must be string,null"}];
return false;
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signerKind !== undefined && func0.call(data, "signerKind")){
let data28 = data.signerKind;
const _errs56 = errors;
if(!(((data28 === "certificate") || (data28 === "key")) || (data28 === "none"))){
validate61.errors = [{instancePath:instancePath+"/signerKind",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.modes !== undefined && func0.call(data, "modes")){
let data29 = data.modes;
const _errs57 = errors;
if(errors === _errs57){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing4;
if(((((data29.requireSignature === undefined) || (!(func0.call(data29, "requireSignature")))) && (missing4 = "requireSignature")) || (((data29.attestMode === undefined) || (!(func0.call(data29, "attestMode")))) && (missing4 = "attestMode"))) || (((data29.fallback === undefined) || (!(func0.call(data29, "fallback")))) && (missing4 = "fallback"))){
validate61.errors = [{instancePath:instancePath+"/modes",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs59 = errors;
for(const key4 of Object.keys(data29)){
if(!(((key4 === "requireSignature") || (key4 === "attestMode")) || (key4 === "fallback"))){
validate61.errors = [{instancePath:instancePath+"/modes",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs59 === errors){
if(data29.requireSignature !== undefined && func0.call(data29, "requireSignature")){
const _errs60 = errors;
if(typeof data29.requireSignature !== "boolean"){
validate61.errors = [{instancePath:instancePath+"/modes/requireSignature",message:"must be boolean"}];
return false;
}
var valid10 = _errs60 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.attestMode !== undefined && func0.call(data29, "attestMode")){
let data31 = data29.attestMode;
const _errs62 = errors;
if(!(((data31 === "none") || (data31 === "record")) || (data31 === "enforce"))){
validate61.errors = [{instancePath:instancePath+"/modes/attestMode",message:"must be equal to one of the allowed values"}];
return false;
}
var valid10 = _errs62 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data29.fallback !== undefined && func0.call(data29, "fallback")){
let data32 = data29.fallback;
const _errs63 = errors;
if(!(((data32 === "fail") || (data32 === "warn")) || (data32 === "auto_update"))){
validate61.errors = [{instancePath:instancePath+"/modes/fallback",message:"must be equal to one of the allowed values"}];
return false;
}
var valid10 = _errs63 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/modes",message:"must be object"}];
return false;
}
}
var valid0 = _errs57 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.indication !== undefined && func0.call(data, "indication")){
const _errs64 = errors;
if(!(validate75(data.indication, {instancePath:instancePath+"/indication",parentData:data,parentDataProperty:"indication",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sub !== undefined && func0.call(data, "sub")){
let data34 = data.sub;
const _errs65 = errors;
if((typeof data34 !== "string") && (data34 !== null)){
validate61.errors = [{instancePath:instancePath+"/sub",message:"must be string,null"}];
return false;
}
var valid0 = _errs65 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decision !== undefined && func0.call(data, "decision")){
const _errs67 = errors;
if(!(validate77(data.decision, {instancePath:instancePath+"/decision",parentData:data,parentDataProperty:"decision",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exitCode !== undefined && func0.call(data, "exitCode")){
const _errs68 = errors;
if(!(validate79(data.exitCode, {instancePath:instancePath+"/exitCode",parentData:data,parentDataProperty:"exitCode",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.judgements !== undefined && func0.call(data, "judgements")){
let data37 = data.judgements;
const _errs69 = errors;
if(errors === _errs69){
if(Array.isArray(data37)){
var valid11 = true;
const len6 = data37.length;
for(let i6=0; i6<len6; i6++){
const _errs71 = errors;
if(!(validate81(data37[i6], {instancePath:instancePath+"/judgements/" + i6,parentData:data37,parentDataProperty:i6,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
errors = vErrors.length;
}
var valid11 = _errs71 === errors;
if(!valid11){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/judgements",message:"must be array"}];
return false;
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.established !== undefined && func0.call(data, "established")){
let data39 = data.established;
const _errs72 = errors;
if(errors === _errs72){
if(Array.isArray(data39)){
var valid12 = true;
const len7 = data39.length;
for(let i7=0; i7<len7; i7++){
const _errs74 = errors;
if(typeof data39[i7] !== "string"){
validate61.errors = [{instancePath:instancePath+"/established/" + i7,message:"must be string"}];
return false;
}
var valid12 = _errs74 === errors;
if(!valid12){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/established",message:"must be array"}];
return false;
}
}
var valid0 = _errs72 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notEstablished !== undefined && func0.call(data, "notEstablished")){
let data41 = data.notEstablished;
const _errs76 = errors;
if(errors === _errs76){
if(Array.isArray(data41)){
var valid13 = true;
const len8 = data41.length;
for(let i8=0; i8<len8; i8++){
const _errs78 = errors;
if(typeof data41[i8] !== "string"){
validate61.errors = [{instancePath:instancePath+"/notEstablished/" + i8,message:"must be string"}];
return false;
}
var valid13 = _errs78 === errors;
if(!valid13){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/notEstablished",message:"must be array"}];
return false;
}
}
var valid0 = _errs76 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined && func0.call(data, "summary")){
let data43 = data.summary;
const _errs80 = errors;
if(errors === _errs80){
if(Array.isArray(data43)){
var valid14 = true;
const len9 = data43.length;
for(let i9=0; i9<len9; i9++){
const _errs82 = errors;
if(!(validate87(data43[i9], {instancePath:instancePath+"/summary/" + i9,parentData:data43,parentDataProperty:i9,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors);
errors = vErrors.length;
}
var valid14 = _errs82 === errors;
if(!valid14){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/summary",message:"must be array"}];
return false;
}
}
var valid0 = _errs80 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.predicateDocument !== undefined && func0.call(data, "predicateDocument")){
let data45 = data.predicateDocument;
const _errs83 = errors;
if(errors === _errs83){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing5;
if((((data45.what === undefined) || (!(func0.call(data45, "what")))) && (missing5 = "what")) || (((data45.canonicalSha256 === undefined) || (!(func0.call(data45, "canonicalSha256")))) && (missing5 = "canonicalSha256"))){
validate61.errors = [{instancePath:instancePath+"/predicateDocument",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs85 = errors;
for(const key5 of Object.keys(data45)){
if(!((key5 === "what") || (key5 === "canonicalSha256"))){
validate61.errors = [{instancePath:instancePath+"/predicateDocument",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs85 === errors){
if(data45.what !== undefined && func0.call(data45, "what")){
const _errs86 = errors;
if(typeof data45.what !== "string"){
validate61.errors = [{instancePath:instancePath+"/predicateDocument/what",message:"must be string"}];
return false;
}
var valid15 = _errs86 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data45.canonicalSha256 !== undefined && func0.call(data45, "canonicalSha256")){
const _errs88 = errors;
if(!(validate56(data45.canonicalSha256, {instancePath:instancePath+"/predicateDocument/canonicalSha256",parentData:data45,parentDataProperty:"canonicalSha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid15 = _errs88 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/predicateDocument",message:"must be object"}];
return false;
}
}
var valid0 = _errs83 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined && func0.call(data, "materials")){
let data48 = data.materials;
const _errs89 = errors;
if(errors === _errs89){
if(Array.isArray(data48)){
var valid16 = true;
const len10 = data48.length;
for(let i10=0; i10<len10; i10++){
const _errs91 = errors;
if(typeof data48[i10] !== "string"){
validate61.errors = [{instancePath:instancePath+"/materials/" + i10,message:"must be string"}];
return false;
}
var valid16 = _errs91 === errors;
if(!valid16){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/materials",message:"must be array"}];
return false;
}
}
var valid0 = _errs89 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registrySigned !== undefined && func0.call(data, "registrySigned")){
const _errs93 = errors;
if(true !== data.registrySigned){
validate61.errors = [{instancePath:instancePath+"/registrySigned",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs93 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reused !== undefined && func0.call(data, "reused")){
let data51 = data.reused;
const _errs94 = errors;
if(errors === _errs94){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing6;
if(((data51.report === undefined) || (!(func0.call(data51, "report")))) && (missing6 = "report")){
validate61.errors = [{instancePath:instancePath+"/reused",message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs96 = errors;
for(const key6 of Object.keys(data51)){
if(!(key6 === "report")){
validate61.errors = [{instancePath:instancePath+"/reused",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs96 === errors){
if(data51.report !== undefined && func0.call(data51, "report")){
if(typeof data51.report !== "string"){
validate61.errors = [{instancePath:instancePath+"/reused/report",message:"must be string"}];
return false;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/reused",message:"must be object"}];
return false;
}
}
var valid0 = _errs94 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scopes !== undefined && func0.call(data, "scopes")){
let data53 = data.scopes;
const _errs99 = errors;
if(errors === _errs99){
if(Array.isArray(data53)){
var valid18 = true;
const len11 = data53.length;
for(let i11=0; i11<len11; i11++){
let data54 = data53[i11];
const _errs101 = errors;
if(errors === _errs101){
if(data54 && typeof data54 == "object" && !Array.isArray(data54)){
let missing7;
if(((((data54.name === undefined) || (!(func0.call(data54, "name")))) && (missing7 = "name")) || (((data54.applies === undefined) || (!(func0.call(data54, "applies")))) && (missing7 = "applies"))) || (((data54.because === undefined) || (!(func0.call(data54, "because")))) && (missing7 = "because"))){
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11,message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs103 = errors;
for(const key7 of Object.keys(data54)){
if(!(((key7 === "name") || (key7 === "applies")) || (key7 === "because"))){
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs103 === errors){
if(data54.name !== undefined && func0.call(data54, "name")){
const _errs104 = errors;
if(typeof data54.name !== "string"){
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11+"/name",message:"must be string"}];
return false;
}
var valid19 = _errs104 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data54.applies !== undefined && func0.call(data54, "applies")){
let data56 = data54.applies;
const _errs106 = errors;
if(!(((data56 === "yes") || (data56 === "strictly")) || (data56 === "no"))){
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11+"/applies",message:"must be equal to one of the allowed values"}];
return false;
}
var valid19 = _errs106 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data54.because !== undefined && func0.call(data54, "because")){
let data57 = data54.because;
const _errs107 = errors;
if((typeof data57 !== "string") && (data57 !== null)){
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11+"/because",message:"must be string,null"}];
return false;
}
var valid19 = _errs107 === errors;
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
validate61.errors = [{instancePath:instancePath+"/scopes/" + i11,message:"must be object"}];
return false;
}
}
var valid18 = _errs101 === errors;
if(!valid18){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/scopes",message:"must be array"}];
return false;
}
}
var valid0 = _errs99 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.proposed !== undefined && func0.call(data, "proposed")){
let data58 = data.proposed;
const _errs109 = errors;
if(errors === _errs109){
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
let missing8;
if((((((data58.rules === undefined) || (!(func0.call(data58, "rules")))) && (missing8 = "rules")) || (((data58.digests === undefined) || (!(func0.call(data58, "digests")))) && (missing8 = "digests"))) || (((data58.signer === undefined) || (!(func0.call(data58, "signer")))) && (missing8 = "signer"))) || (((data58.row === undefined) || (!(func0.call(data58, "row")))) && (missing8 = "row"))){
validate61.errors = [{instancePath:instancePath+"/proposed",message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs111 = errors;
for(const key8 of Object.keys(data58)){
if(!((((key8 === "rules") || (key8 === "digests")) || (key8 === "signer")) || (key8 === "row"))){
validate61.errors = [{instancePath:instancePath+"/proposed",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs111 === errors){
if(data58.rules !== undefined && func0.call(data58, "rules")){
let data59 = data58.rules;
const _errs112 = errors;
if(errors === _errs112){
if(Array.isArray(data59)){
var valid21 = true;
const len12 = data59.length;
for(let i12=0; i12<len12; i12++){
const _errs114 = errors;
if(typeof data59[i12] !== "string"){
validate61.errors = [{instancePath:instancePath+"/proposed/rules/" + i12,message:"must be string"}];
return false;
}
var valid21 = _errs114 === errors;
if(!valid21){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/proposed/rules",message:"must be array"}];
return false;
}
}
var valid20 = _errs112 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data58.digests !== undefined && func0.call(data58, "digests")){
let data61 = data58.digests;
const _errs116 = errors;
if(errors === _errs116){
if(Array.isArray(data61)){
var valid22 = true;
const len13 = data61.length;
for(let i13=0; i13<len13; i13++){
const _errs118 = errors;
if(typeof data61[i13] !== "string"){
validate61.errors = [{instancePath:instancePath+"/proposed/digests/" + i13,message:"must be string"}];
return false;
}
var valid22 = _errs118 === errors;
if(!valid22){
break;
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/proposed/digests",message:"must be array"}];
return false;
}
}
var valid20 = _errs116 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data58.signer !== undefined && func0.call(data58, "signer")){
let data63 = data58.signer;
const _errs120 = errors;
if(errors === _errs120){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
let missing9;
if((((data63.identity === undefined) || (!(func0.call(data63, "identity")))) && (missing9 = "identity")) || (((data63.issuer === undefined) || (!(func0.call(data63, "issuer")))) && (missing9 = "issuer"))){
validate61.errors = [{instancePath:instancePath+"/proposed/signer",message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs122 = errors;
for(const key9 of Object.keys(data63)){
if(!((key9 === "identity") || (key9 === "issuer"))){
validate61.errors = [{instancePath:instancePath+"/proposed/signer",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs122 === errors){
if(data63.identity !== undefined && func0.call(data63, "identity")){
const _errs123 = errors;
if(typeof data63.identity !== "string"){
validate61.errors = [{instancePath:instancePath+"/proposed/signer/identity",message:"must be string"}];
return false;
}
var valid23 = _errs123 === errors;
}
else {
var valid23 = true;
}
if(valid23){
if(data63.issuer !== undefined && func0.call(data63, "issuer")){
const _errs125 = errors;
if(typeof data63.issuer !== "string"){
validate61.errors = [{instancePath:instancePath+"/proposed/signer/issuer",message:"must be string"}];
return false;
}
var valid23 = _errs125 === errors;
}
else {
var valid23 = true;
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/proposed/signer",message:"must be object"}];
return false;
}
}
var valid20 = _errs120 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data58.row !== undefined && func0.call(data58, "row")){
const _errs127 = errors;
if(typeof data58.row !== "string"){
validate61.errors = [{instancePath:instancePath+"/proposed/row",message:"must be string"}];
return false;
}
var valid20 = _errs127 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
}
else {
validate61.errors = [{instancePath:instancePath+"/proposed",message:"must be object"}];
return false;
}
}
var valid0 = _errs109 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.custody !== undefined && func0.call(data, "custody")){
const _errs129 = errors;
if(!(validate90(data.custody, {instancePath:instancePath+"/custody",parentData:data,parentDataProperty:"custody",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
errors = vErrors.length;
}
var valid0 = _errs129 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.whatIf !== undefined && func0.call(data, "whatIf")){
const _errs130 = errors;
if(!(validate92(data.whatIf, {instancePath:instancePath+"/whatIf",parentData:data,parentDataProperty:"whatIf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
errors = vErrors.length;
}
var valid0 = _errs130 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.build !== undefined && func0.call(data, "build")){
let data69 = data.build;
const _errs131 = errors;
if(errors === _errs131){
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
let missing10;
if((((((data69.builder === undefined) || (!(func0.call(data69, "builder")))) && (missing10 = "builder")) || (((data69.source === undefined) || (!(func0.call(data69, "source")))) && (missing10 = "source"))) || (((data69.ref === undefined) || (!(func0.call(data69, "ref")))) && (missing10 = "ref"))) || (((data69.commit === undefined) || (!(func0.call(data69, "commit")))) && (missing10 = "commit"))){
validate61.errors = [{instancePath:instancePath+"/build",message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs133 = errors;
for(const key10 of Object.keys(data69)){
if(!((((key10 === "builder") || (key10 === "source")) || (key10 === "ref")) || (key10 === "commit"))){
validate61.errors = [{instancePath:instancePath+"/build",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs133 === errors){
if(data69.builder !== undefined && func0.call(data69, "builder")){
let data70 = data69.builder;
const _errs134 = errors;
if((typeof data70 !== "string") && (data70 !== null)){
validate61.errors = [{instancePath:instancePath+"/build/builder",message:"must be string,null"}];
return false;
}
var valid24 = _errs134 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data69.source !== undefined && func0.call(data69, "source")){
let data71 = data69.source;
const _errs136 = errors;
if((typeof data71 !== "string") && (data71 !== null)){
validate61.errors = [{instancePath:instancePath+"/build/source",message:"must be string,null"}];
return false;
}
var valid24 = _errs136 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data69.ref !== undefined && func0.call(data69, "ref")){
let data72 = data69.ref;
const _errs138 = errors;
if((typeof data72 !== "string") && (data72 !== null)){
validate61.errors = [{instancePath:instancePath+"/build/ref",message:"must be string,null"}];
return false;
}
var valid24 = _errs138 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data69.commit !== undefined && func0.call(data69, "commit")){
let data73 = data69.commit;
const _errs140 = errors;
if((typeof data73 !== "string") && (data73 !== null)){
validate61.errors = [{instancePath:instancePath+"/build/commit",message:"must be string,null"}];
return false;
}
var valid24 = _errs140 === errors;
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
validate61.errors = [{instancePath:instancePath+"/build",message:"must be object"}];
return false;
}
}
var valid0 = _errs131 === errors;
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


function validate121(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((data.startedAt === undefined) || (!(func0.call(data, "startedAt")))) && (missing0 = "startedAt")) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.durationMs === undefined) || (!(func0.call(data, "durationMs")))) && (missing0 = "durationMs"))) || (((data.clock === undefined) || (!(func0.call(data, "clock")))) && (missing0 = "clock"))) || (((data.host === undefined) || (!(func0.call(data, "host")))) && (missing0 = "host"))) || (((data.workingDirectory === undefined) || (!(func0.call(data, "workingDirectory")))) && (missing0 = "workingDirectory"))) || (((data.arguments === undefined) || (!(func0.call(data, "arguments")))) && (missing0 = "arguments"))) || (((data.binarySha256 === undefined) || (!(func0.call(data, "binarySha256")))) && (missing0 = "binarySha256"))) || (((data.runtime === undefined) || (!(func0.call(data, "runtime")))) && (missing0 = "runtime"))) || (((data.environmentIgnored === undefined) || (!(func0.call(data, "environmentIgnored")))) && (missing0 = "environmentIgnored"))) || (((data.trustedRootAgeDays === undefined) || (!(func0.call(data, "trustedRootAgeDays")))) && (missing0 = "trustedRootAgeDays"))){
validate121.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"startedAt":true,"at":true,"durationMs":true,"clock":true,"host":true,"workingDirectory":true,"arguments":true,"binarySha256":true,"runtime":true,"environmentIgnored":true,"trustedRootAgeDays":true}, key0))){
validate121.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.startedAt !== undefined && func0.call(data, "startedAt")){
const _errs2 = errors;
if(!(validate53(data.startedAt, {instancePath:instancePath+"/startedAt",parentData:data,parentDataProperty:"startedAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
const _errs3 = errors;
if(!(validate53(data.at, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.durationMs !== undefined && func0.call(data, "durationMs")){
let data2 = data.durationMs;
const _errs4 = errors;
if(!((typeof data2 == "number") && (isFinite(data2)))){
validate121.errors = [{instancePath:instancePath+"/durationMs",message:"must be number"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clock !== undefined && func0.call(data, "clock")){
let data3 = data.clock;
const _errs6 = errors;
if(!((((data3 === "system (untrusted)") || (data3 === "given by --at")) || (data3 === "stated by the evidence")) || (data3 === "not needed"))){
validate121.errors = [{instancePath:instancePath+"/clock",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.host !== undefined && func0.call(data, "host")){
const _errs7 = errors;
if(typeof data.host !== "string"){
validate121.errors = [{instancePath:instancePath+"/host",message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.workingDirectory !== undefined && func0.call(data, "workingDirectory")){
const _errs9 = errors;
if(typeof data.workingDirectory !== "string"){
validate121.errors = [{instancePath:instancePath+"/workingDirectory",message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.arguments !== undefined && func0.call(data, "arguments")){
let data6 = data.arguments;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid1 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs13 = errors;
if(typeof data6[i0] !== "string"){
validate121.errors = [{instancePath:instancePath+"/arguments/" + i0,message:"must be string"}];
return false;
}
var valid1 = _errs13 === errors;
if(!valid1){
break;
}
}
}
else {
validate121.errors = [{instancePath:instancePath+"/arguments",message:"must be array"}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.binarySha256 !== undefined && func0.call(data, "binarySha256")){
let data8 = data.binarySha256;
const _errs15 = errors;
if((typeof data8 !== "string") && (data8 !== null)){
validate121.errors = [{instancePath:instancePath+"/binarySha256",message:"must be string,null"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime !== undefined && func0.call(data, "runtime")){
const _errs17 = errors;
if(typeof data.runtime !== "string"){
validate121.errors = [{instancePath:instancePath+"/runtime",message:"must be string"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environmentIgnored !== undefined && func0.call(data, "environmentIgnored")){
let data10 = data.environmentIgnored;
const _errs19 = errors;
if(errors === _errs19){
if(Array.isArray(data10)){
var valid2 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
const _errs21 = errors;
if(typeof data10[i1] !== "string"){
validate121.errors = [{instancePath:instancePath+"/environmentIgnored/" + i1,message:"must be string"}];
return false;
}
var valid2 = _errs21 === errors;
if(!valid2){
break;
}
}
}
else {
validate121.errors = [{instancePath:instancePath+"/environmentIgnored",message:"must be array"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trustedRootAgeDays !== undefined && func0.call(data, "trustedRootAgeDays")){
let data12 = data.trustedRootAgeDays;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data12)){
var valid3 = true;
const len2 = data12.length;
for(let i2=0; i2<len2; i2++){
let data13 = data12[i2];
const _errs25 = errors;
if((!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))) && (data13 !== null)){
validate121.errors = [{instancePath:instancePath+"/trustedRootAgeDays/" + i2,message:"must be integer,null"}];
return false;
}
var valid3 = _errs25 === errors;
if(!valid3){
break;
}
}
}
else {
validate121.errors = [{instancePath:instancePath+"/trustedRootAgeDays",message:"must be array"}];
return false;
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
}
}
}
}
}
else {
validate121.errors = [{instancePath,message:"must be object"}];
return false;
}
}
validate121.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((((((((((data.format === undefined) || (!(func0.call(data, "format")))) && (missing0 = "format")) || (((data.tool === undefined) || (!(func0.call(data, "tool")))) && (missing0 = "tool"))) || (((data.command === undefined) || (!(func0.call(data, "command")))) && (missing0 = "command"))) || (((data.at === undefined) || (!(func0.call(data, "at")))) && (missing0 = "at"))) || (((data.atSource === undefined) || (!(func0.call(data, "atSource")))) && (missing0 = "atSource"))) || (((data.knownAt === undefined) || (!(func0.call(data, "knownAt")))) && (missing0 = "knownAt"))) || (((data.toleranceSeconds === undefined) || (!(func0.call(data, "toleranceSeconds")))) && (missing0 = "toleranceSeconds"))) || (((data.criteria === undefined) || (!(func0.call(data, "criteria")))) && (missing0 = "criteria"))) || (((data.inputs === undefined) || (!(func0.call(data, "inputs")))) && (missing0 = "inputs"))) || (((data.trustedRoots === undefined) || (!(func0.call(data, "trustedRoots")))) && (missing0 = "trustedRoots"))) || (((data.policy === undefined) || (!(func0.call(data, "policy")))) && (missing0 = "policy"))) || (((data.revocation === undefined) || (!(func0.call(data, "revocation")))) && (missing0 = "revocation"))) || (((data.items === undefined) || (!(func0.call(data, "items")))) && (missing0 = "items"))) || (((data.verified === undefined) || (!(func0.call(data, "verified")))) && (missing0 = "verified"))) || (((data.failed === undefined) || (!(func0.call(data, "failed")))) && (missing0 = "failed"))) || (((data.sets === undefined) || (!(func0.call(data, "sets")))) && (missing0 = "sets"))) || (((data.coverage === undefined) || (!(func0.call(data, "coverage")))) && (missing0 = "coverage"))) || (((data.unmatchedArtifacts === undefined) || (!(func0.call(data, "unmatchedArtifacts")))) && (missing0 = "unmatchedArtifacts"))) || (((data.unmatchedAttestations === undefined) || (!(func0.call(data, "unmatchedAttestations")))) && (missing0 = "unmatchedAttestations"))) || (((data.notDone === undefined) || (!(func0.call(data, "notDone")))) && (missing0 = "notDone"))) || (((data.limitations === undefined) || (!(func0.call(data, "limitations")))) && (missing0 = "limitations"))) || (((data.weakenings === undefined) || (!(func0.call(data, "weakenings")))) && (missing0 = "weakenings"))) || (((data.verdict === undefined) || (!(func0.call(data, "verdict")))) && (missing0 = "verdict"))) || (((data.run === undefined) || (!(func0.call(data, "run")))) && (missing0 = "run"))){
validate52.errors = [{instancePath,message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 of Object.keys(data)){
if(!(func0.call({"format":true,"tool":true,"command":true,"at":true,"atSource":true,"knownAt":true,"toleranceSeconds":true,"criteria":true,"inputs":true,"trustedRoots":true,"policy":true,"revocation":true,"items":true,"verified":true,"failed":true,"sets":true,"coverage":true,"unmatchedArtifacts":true,"unmatchedAttestations":true,"notDone":true,"limitations":true,"weakenings":true,"verdict":true,"run":true,"question":true,"interrupted":true}, key0))){
validate52.errors = [{instancePath,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.format !== undefined && func0.call(data, "format")){
const _errs2 = errors;
if("forensic-verify/report@v1" !== data.format){
validate52.errors = [{instancePath:instancePath+"/format",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool !== undefined && func0.call(data, "tool")){
let data1 = data.tool;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((((((data1.name === undefined) || (!(func0.call(data1, "name")))) && (missing1 = "name")) || (((data1.version === undefined) || (!(func0.call(data1, "version")))) && (missing1 = "version"))) || (((data1.engine === undefined) || (!(func0.call(data1, "engine")))) && (missing1 = "engine"))) || (((data1.offline === undefined) || (!(func0.call(data1, "offline")))) && (missing1 = "offline"))){
validate52.errors = [{instancePath:instancePath+"/tool",message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs5 = errors;
for(const key1 of Object.keys(data1)){
if(!((((key1 === "name") || (key1 === "version")) || (key1 === "engine")) || (key1 === "offline"))){
validate52.errors = [{instancePath:instancePath+"/tool",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs5 === errors){
if(data1.name !== undefined && func0.call(data1, "name")){
const _errs6 = errors;
if("forensic-verify" !== data1.name){
validate52.errors = [{instancePath:instancePath+"/tool/name",message:"must be equal to constant"}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.version !== undefined && func0.call(data1, "version")){
const _errs7 = errors;
if(typeof data1.version !== "string"){
validate52.errors = [{instancePath:instancePath+"/tool/version",message:"must be string"}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.engine !== undefined && func0.call(data1, "engine")){
const _errs9 = errors;
if(typeof data1.engine !== "string"){
validate52.errors = [{instancePath:instancePath+"/tool/engine",message:"must be string"}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.offline !== undefined && func0.call(data1, "offline")){
const _errs11 = errors;
if("always" !== data1.offline){
validate52.errors = [{instancePath:instancePath+"/tool/offline",message:"must be equal to constant"}];
return false;
}
var valid1 = _errs11 === errors;
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
validate52.errors = [{instancePath:instancePath+"/tool",message:"must be object"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.command !== undefined && func0.call(data, "command")){
const _errs12 = errors;
if(typeof data.command !== "string"){
validate52.errors = [{instancePath:instancePath+"/command",message:"must be string"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined && func0.call(data, "at")){
let data7 = data.at;
const _errs14 = errors;
const _errs15 = errors;
let valid2 = false;
let passing0 = null;
const _errs16 = errors;
if(data7 !== null){
const err0 = {instancePath:instancePath+"/at",message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs16 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs18 = errors;
if(!(validate53(data7, {instancePath:instancePath+"/at",parentData:data,parentDataProperty:"at",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid0 = _errs18 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err1 = {instancePath:instancePath+"/at",message:"must match exactly one schema in oneOf"};
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
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.atSource !== undefined && func0.call(data, "atSource")){
let data8 = data.atSource;
const _errs19 = errors;
if(!((((data8 === "asked") || (data8 === "clock")) || (data8 === "evidence")) || (data8 === "none"))){
validate52.errors = [{instancePath:instancePath+"/atSource",message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.knownAt !== undefined && func0.call(data, "knownAt")){
let data9 = data.knownAt;
const _errs20 = errors;
const _errs21 = errors;
let valid3 = false;
let passing1 = null;
const _errs22 = errors;
if(data9 !== null){
const err2 = {instancePath:instancePath+"/knownAt",message:"must be null"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid1 = _errs22 === errors;
if(_valid1){
valid3 = true;
passing1 = 0;
}
const _errs24 = errors;
if(!(validate53(data9, {instancePath:instancePath+"/knownAt",parentData:data,parentDataProperty:"knownAt",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
var _valid1 = _errs24 === errors;
if(_valid1 && valid3){
valid3 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid3 = true;
passing1 = 1;
}
}
if(!valid3){
const err3 = {instancePath:instancePath+"/knownAt",message:"must match exactly one schema in oneOf"};
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
if(data.toleranceSeconds !== undefined && func0.call(data, "toleranceSeconds")){
let data10 = data.toleranceSeconds;
const _errs25 = errors;
if(errors === _errs25){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 < 0 || isNaN(data10)){
validate52.errors = [{instancePath:instancePath+"/toleranceSeconds",message:"must be >= 0"}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/toleranceSeconds",message:"must be number"}];
return false;
}
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.criteria !== undefined && func0.call(data, "criteria")){
let data11 = data.criteria;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data11)){
var valid4 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs29 = errors;
if(typeof data11[i0] !== "string"){
validate52.errors = [{instancePath:instancePath+"/criteria/" + i0,message:"must be string"}];
return false;
}
var valid4 = _errs29 === errors;
if(!valid4){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/criteria",message:"must be array"}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inputs !== undefined && func0.call(data, "inputs")){
let data13 = data.inputs;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data13)){
var valid5 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
const _errs33 = errors;
if(errors === _errs33){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing2;
if((((((data14.name === undefined) || (!(func0.call(data14, "name")))) && (missing2 = "name")) || (((data14.role === undefined) || (!(func0.call(data14, "role")))) && (missing2 = "role"))) || (((data14.size === undefined) || (!(func0.call(data14, "size")))) && (missing2 = "size"))) || (((data14.sha256 === undefined) || (!(func0.call(data14, "sha256")))) && (missing2 = "sha256"))){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1,message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs35 = errors;
for(const key2 of Object.keys(data14)){
if(!((((key2 === "name") || (key2 === "role")) || (key2 === "size")) || (key2 === "sha256"))){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs35 === errors){
if(data14.name !== undefined && func0.call(data14, "name")){
const _errs36 = errors;
if(typeof data14.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1+"/name",message:"must be string"}];
return false;
}
var valid6 = _errs36 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.role !== undefined && func0.call(data14, "role")){
let data16 = data14.role;
const _errs38 = errors;
if(!((((((data16 === "artifact") || (data16 === "evidence")) || (data16 === "trust")) || (data16 === "key")) || (data16 === "policy")) || (data16 === "data"))){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1+"/role",message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs38 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.size !== undefined && func0.call(data14, "size")){
let data17 = data14.size;
const _errs39 = errors;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1+"/size",message:"must be integer"}];
return false;
}
if(errors === _errs39){
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 < 0 || isNaN(data17)){
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1+"/size",message:"must be >= 0"}];
return false;
}
}
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data14.sha256 !== undefined && func0.call(data14, "sha256")){
const _errs41 = errors;
if(!(validate56(data14.sha256, {instancePath:instancePath+"/inputs/" + i1+"/sha256",parentData:data14,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid6 = _errs41 === errors;
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
else {
validate52.errors = [{instancePath:instancePath+"/inputs/" + i1,message:"must be object"}];
return false;
}
}
var valid5 = _errs33 === errors;
if(!valid5){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/inputs",message:"must be array"}];
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trustedRoots !== undefined && func0.call(data, "trustedRoots")){
let data19 = data.trustedRoots;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data19)){
var valid7 = true;
const len2 = data19.length;
for(let i2=0; i2<len2; i2++){
let data20 = data19[i2];
const _errs44 = errors;
if(errors === _errs44){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if(((((((((data20.name === undefined) || (!(func0.call(data20, "name")))) && (missing3 = "name")) || (((data20.sha256 === undefined) || (!(func0.call(data20, "sha256")))) && (missing3 = "sha256"))) || (((data20.origin === undefined) || (!(func0.call(data20, "origin")))) && (missing3 = "origin"))) || (((data20.issuedAt === undefined) || (!(func0.call(data20, "issuedAt")))) && (missing3 = "issuedAt"))) || (((data20.ageDays === undefined) || (!(func0.call(data20, "ageDays")))) && (missing3 = "ageDays"))) || (((data20.setAside === undefined) || (!(func0.call(data20, "setAside")))) && (missing3 = "setAside"))) || (((data20.unknownMembers === undefined) || (!(func0.call(data20, "unknownMembers")))) && (missing3 = "unknownMembers"))){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2,message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs46 = errors;
for(const key3 of Object.keys(data20)){
if(!(((((((key3 === "name") || (key3 === "sha256")) || (key3 === "origin")) || (key3 === "issuedAt")) || (key3 === "ageDays")) || (key3 === "setAside")) || (key3 === "unknownMembers"))){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs46 === errors){
if(data20.name !== undefined && func0.call(data20, "name")){
const _errs47 = errors;
if(typeof data20.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/name",message:"must be string"}];
return false;
}
var valid8 = _errs47 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.sha256 !== undefined && func0.call(data20, "sha256")){
const _errs49 = errors;
if(!(validate56(data20.sha256, {instancePath:instancePath+"/trustedRoots/" + i2+"/sha256",parentData:data20,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid8 = _errs49 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.origin !== undefined && func0.call(data20, "origin")){
const _errs50 = errors;
if(typeof data20.origin !== "string"){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/origin",message:"must be string"}];
return false;
}
var valid8 = _errs50 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.issuedAt !== undefined && func0.call(data20, "issuedAt")){
let data24 = data20.issuedAt;
const _errs52 = errors;
if((typeof data24 !== "string") && (data24 !== null)){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/issuedAt",message:"must be string,null"}];
return false;
}
var valid8 = _errs52 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.ageDays !== undefined && func0.call(data20, "ageDays")){
let data25 = data20.ageDays;
const _errs54 = errors;
if((!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))) && (data25 !== null)){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/ageDays",message:"must be integer,null"}];
return false;
}
var valid8 = _errs54 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.setAside !== undefined && func0.call(data20, "setAside")){
let data26 = data20.setAside;
const _errs56 = errors;
if(errors === _errs56){
if(Array.isArray(data26)){
var valid9 = true;
const len3 = data26.length;
for(let i3=0; i3<len3; i3++){
const _errs58 = errors;
if(typeof data26[i3] !== "string"){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/setAside/" + i3,message:"must be string"}];
return false;
}
var valid9 = _errs58 === errors;
if(!valid9){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/setAside",message:"must be array"}];
return false;
}
}
var valid8 = _errs56 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data20.unknownMembers !== undefined && func0.call(data20, "unknownMembers")){
let data28 = data20.unknownMembers;
const _errs60 = errors;
if(errors === _errs60){
if(Array.isArray(data28)){
var valid10 = true;
const len4 = data28.length;
for(let i4=0; i4<len4; i4++){
const _errs62 = errors;
if(typeof data28[i4] !== "string"){
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/unknownMembers/" + i4,message:"must be string"}];
return false;
}
var valid10 = _errs62 === errors;
if(!valid10){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2+"/unknownMembers",message:"must be array"}];
return false;
}
}
var valid8 = _errs60 === errors;
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
else {
validate52.errors = [{instancePath:instancePath+"/trustedRoots/" + i2,message:"must be object"}];
return false;
}
}
var valid7 = _errs44 === errors;
if(!valid7){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/trustedRoots",message:"must be array"}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined && func0.call(data, "policy")){
let data30 = data.policy;
const _errs64 = errors;
if(errors === _errs64){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing4;
if((((data30.sha256 === undefined) || (!(func0.call(data30, "sha256")))) && (missing4 = "sha256")) || (((data30.name === undefined) || (!(func0.call(data30, "name")))) && (missing4 = "name"))){
validate52.errors = [{instancePath:instancePath+"/policy",message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs66 = errors;
for(const key4 of Object.keys(data30)){
if(!(((key4 === "sha256") || (key4 === "name")) || (key4 === "signature"))){
validate52.errors = [{instancePath:instancePath+"/policy",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs66 === errors){
if(data30.sha256 !== undefined && func0.call(data30, "sha256")){
const _errs67 = errors;
if(!(validate56(data30.sha256, {instancePath:instancePath+"/policy/sha256",parentData:data30,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid11 = _errs67 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data30.name !== undefined && func0.call(data30, "name")){
const _errs68 = errors;
if(typeof data30.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/policy/name",message:"must be string"}];
return false;
}
var valid11 = _errs68 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data30.signature !== undefined && func0.call(data30, "signature")){
let data33 = data30.signature;
const _errs70 = errors;
if(errors === _errs70){
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
let missing5;
if(((((data33.envelope === undefined) || (!(func0.call(data33, "envelope")))) && (missing5 = "envelope")) || (((data33.signers === undefined) || (!(func0.call(data33, "signers")))) && (missing5 = "signers"))) || (((data33.times === undefined) || (!(func0.call(data33, "times")))) && (missing5 = "times"))){
validate52.errors = [{instancePath:instancePath+"/policy/signature",message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs72 = errors;
for(const key5 of Object.keys(data33)){
if(!(((key5 === "envelope") || (key5 === "signers")) || (key5 === "times"))){
validate52.errors = [{instancePath:instancePath+"/policy/signature",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs72 === errors){
if(data33.envelope !== undefined && func0.call(data33, "envelope")){
let data34 = data33.envelope;
const _errs73 = errors;
if(errors === _errs73){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing6;
if(((((data34.name === undefined) || (!(func0.call(data34, "name")))) && (missing6 = "name")) || (((data34.kind === undefined) || (!(func0.call(data34, "kind")))) && (missing6 = "kind"))) || (((data34.sha256 === undefined) || (!(func0.call(data34, "sha256")))) && (missing6 = "sha256"))){
validate52.errors = [{instancePath:instancePath+"/policy/signature/envelope",message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs75 = errors;
for(const key6 of Object.keys(data34)){
if(!(((key6 === "name") || (key6 === "kind")) || (key6 === "sha256"))){
validate52.errors = [{instancePath:instancePath+"/policy/signature/envelope",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs75 === errors){
if(data34.name !== undefined && func0.call(data34, "name")){
const _errs76 = errors;
if(typeof data34.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/policy/signature/envelope/name",message:"must be string"}];
return false;
}
var valid13 = _errs76 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data34.kind !== undefined && func0.call(data34, "kind")){
const _errs78 = errors;
if(typeof data34.kind !== "string"){
validate52.errors = [{instancePath:instancePath+"/policy/signature/envelope/kind",message:"must be string"}];
return false;
}
var valid13 = _errs78 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data34.sha256 !== undefined && func0.call(data34, "sha256")){
const _errs80 = errors;
if(!(validate56(data34.sha256, {instancePath:instancePath+"/policy/signature/envelope/sha256",parentData:data34,parentDataProperty:"sha256",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid13 = _errs80 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/policy/signature/envelope",message:"must be object"}];
return false;
}
}
var valid12 = _errs73 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data33.signers !== undefined && func0.call(data33, "signers")){
let data38 = data33.signers;
const _errs81 = errors;
if(errors === _errs81){
if(Array.isArray(data38)){
var valid14 = true;
const len5 = data38.length;
for(let i5=0; i5<len5; i5++){
let data39 = data38[i5];
const _errs83 = errors;
const _errs84 = errors;
let valid15 = false;
let passing2 = null;
const _errs85 = errors;
if(errors === _errs85){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing7;
if((((data39.identity === undefined) || (!(func0.call(data39, "identity")))) && (missing7 = "identity")) || (((data39.issuer === undefined) || (!(func0.call(data39, "issuer")))) && (missing7 = "issuer"))){
const err4 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs87 = errors;
for(const key7 of Object.keys(data39)){
if(!((key7 === "identity") || (key7 === "issuer"))){
const err5 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must NOT have additional properties"};
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
if(_errs87 === errors){
if(data39.identity !== undefined && func0.call(data39, "identity")){
const _errs88 = errors;
if(typeof data39.identity !== "string"){
const err6 = {instancePath:instancePath+"/policy/signature/signers/" + i5+"/identity",message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid16 = _errs88 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data39.issuer !== undefined && func0.call(data39, "issuer")){
const _errs90 = errors;
if(typeof data39.issuer !== "string"){
const err7 = {instancePath:instancePath+"/policy/signature/signers/" + i5+"/issuer",message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid16 = _errs90 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid2 = _errs85 === errors;
if(_valid2){
valid15 = true;
passing2 = 0;
var props0 = true;
}
const _errs92 = errors;
if(errors === _errs92){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing8;
if(((data39.fingerprint === undefined) || (!(func0.call(data39, "fingerprint")))) && (missing8 = "fingerprint")){
const err9 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
const _errs94 = errors;
for(const key8 of Object.keys(data39)){
if(!(key8 === "fingerprint")){
const err10 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
}
if(_errs94 === errors){
if(data39.fingerprint !== undefined && func0.call(data39, "fingerprint")){
if(typeof data39.fingerprint !== "string"){
const err11 = {instancePath:instancePath+"/policy/signature/signers/" + i5+"/fingerprint",message:"must be string"};
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
}
}
else {
const err12 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid2 = _errs92 === errors;
if(_valid2 && valid15){
valid15 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid15 = true;
passing2 = 1;
if(props0 !== true){
props0 = true;
}
}
}
if(!valid15){
const err13 = {instancePath:instancePath+"/policy/signature/signers/" + i5,message:"must match exactly one schema in oneOf"};
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
errors = _errs84;
if(vErrors !== null){
if(_errs84){
vErrors.length = _errs84;
}
else {
vErrors = null;
}
}
}
var valid14 = _errs83 === errors;
if(!valid14){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/policy/signature/signers",message:"must be array"}];
return false;
}
}
var valid12 = _errs81 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data33.times !== undefined && func0.call(data33, "times")){
let data43 = data33.times;
const _errs97 = errors;
if(errors === _errs97){
if(Array.isArray(data43)){
var valid18 = true;
const len6 = data43.length;
for(let i6=0; i6<len6; i6++){
const _errs99 = errors;
if(typeof data43[i6] !== "string"){
validate52.errors = [{instancePath:instancePath+"/policy/signature/times/" + i6,message:"must be string"}];
return false;
}
var valid18 = _errs99 === errors;
if(!valid18){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/policy/signature/times",message:"must be array"}];
return false;
}
}
var valid12 = _errs97 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/policy/signature",message:"must be object"}];
return false;
}
}
var valid11 = _errs70 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/policy",message:"must be object"}];
return false;
}
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.revocation !== undefined && func0.call(data, "revocation")){
let data45 = data.revocation;
const _errs101 = errors;
if(errors === _errs101){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing9;
if((((data45.data === undefined) || (!(func0.call(data45, "data")))) && (missing9 = "data")) || (((data45.freshness === undefined) || (!(func0.call(data45, "freshness")))) && (missing9 = "freshness"))){
validate52.errors = [{instancePath:instancePath+"/revocation",message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs103 = errors;
for(const key9 of Object.keys(data45)){
if(!((key9 === "data") || (key9 === "freshness"))){
validate52.errors = [{instancePath:instancePath+"/revocation",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs103 === errors){
if(data45.data !== undefined && func0.call(data45, "data")){
let data46 = data45.data;
const _errs104 = errors;
if(errors === _errs104){
if(Array.isArray(data46)){
var valid20 = true;
const len7 = data46.length;
for(let i7=0; i7<len7; i7++){
const _errs106 = errors;
if(typeof data46[i7] !== "string"){
validate52.errors = [{instancePath:instancePath+"/revocation/data/" + i7,message:"must be string"}];
return false;
}
var valid20 = _errs106 === errors;
if(!valid20){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/revocation/data",message:"must be array"}];
return false;
}
}
var valid19 = _errs104 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data45.freshness !== undefined && func0.call(data45, "freshness")){
const _errs108 = errors;
if(typeof data45.freshness !== "string"){
validate52.errors = [{instancePath:instancePath+"/revocation/freshness",message:"must be string"}];
return false;
}
var valid19 = _errs108 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/revocation",message:"must be object"}];
return false;
}
}
var valid0 = _errs101 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined && func0.call(data, "items")){
let data49 = data.items;
const _errs110 = errors;
if(errors === _errs110){
if(Array.isArray(data49)){
var valid21 = true;
const len8 = data49.length;
for(let i8=0; i8<len8; i8++){
const _errs112 = errors;
if(!(validate61(data49[i8], {instancePath:instancePath+"/items/" + i8,parentData:data49,parentDataProperty:i8,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
errors = vErrors.length;
}
var valid21 = _errs112 === errors;
if(!valid21){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/items",message:"must be array"}];
return false;
}
}
var valid0 = _errs110 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verified !== undefined && func0.call(data, "verified")){
let data51 = data.verified;
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data51)){
var valid22 = true;
const len9 = data51.length;
for(let i9=0; i9<len9; i9++){
const _errs115 = errors;
if(typeof data51[i9] !== "string"){
validate52.errors = [{instancePath:instancePath+"/verified/" + i9,message:"must be string"}];
return false;
}
var valid22 = _errs115 === errors;
if(!valid22){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/verified",message:"must be array"}];
return false;
}
}
var valid0 = _errs113 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined && func0.call(data, "failed")){
let data53 = data.failed;
const _errs117 = errors;
if(errors === _errs117){
if(Array.isArray(data53)){
var valid23 = true;
const len10 = data53.length;
for(let i10=0; i10<len10; i10++){
const _errs119 = errors;
if(typeof data53[i10] !== "string"){
validate52.errors = [{instancePath:instancePath+"/failed/" + i10,message:"must be string"}];
return false;
}
var valid23 = _errs119 === errors;
if(!valid23){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/failed",message:"must be array"}];
return false;
}
}
var valid0 = _errs117 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sets !== undefined && func0.call(data, "sets")){
let data55 = data.sets;
const _errs121 = errors;
if(errors === _errs121){
if(Array.isArray(data55)){
var valid24 = true;
const len11 = data55.length;
for(let i11=0; i11<len11; i11++){
let data56 = data55[i11];
const _errs123 = errors;
if(errors === _errs123){
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
let missing10;
if((((((((data56.name === undefined) || (!(func0.call(data56, "name")))) && (missing10 = "name")) || (((data56.container === undefined) || (!(func0.call(data56, "container")))) && (missing10 = "container"))) || (((data56.files === undefined) || (!(func0.call(data56, "files")))) && (missing10 = "files"))) || (((data56.evidence === undefined) || (!(func0.call(data56, "evidence")))) && (missing10 = "evidence"))) || (((data56.artifacts === undefined) || (!(func0.call(data56, "artifacts")))) && (missing10 = "artifacts"))) || (((data56.listed === undefined) || (!(func0.call(data56, "listed")))) && (missing10 = "listed"))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11,message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs125 = errors;
for(const key10 of Object.keys(data56)){
if(!((((((key10 === "name") || (key10 === "container")) || (key10 === "files")) || (key10 === "evidence")) || (key10 === "artifacts")) || (key10 === "listed"))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs125 === errors){
if(data56.name !== undefined && func0.call(data56, "name")){
const _errs126 = errors;
if(typeof data56.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/name",message:"must be string"}];
return false;
}
var valid25 = _errs126 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data56.container !== undefined && func0.call(data56, "container")){
const _errs128 = errors;
if(typeof data56.container !== "string"){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/container",message:"must be string"}];
return false;
}
var valid25 = _errs128 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data56.files !== undefined && func0.call(data56, "files")){
let data59 = data56.files;
const _errs130 = errors;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/files",message:"must be integer"}];
return false;
}
if(errors === _errs130){
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 0 || isNaN(data59)){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/files",message:"must be >= 0"}];
return false;
}
}
}
var valid25 = _errs130 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data56.evidence !== undefined && func0.call(data56, "evidence")){
let data60 = data56.evidence;
const _errs132 = errors;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/evidence",message:"must be integer"}];
return false;
}
if(errors === _errs132){
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/evidence",message:"must be >= 0"}];
return false;
}
}
}
var valid25 = _errs132 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data56.artifacts !== undefined && func0.call(data56, "artifacts")){
let data61 = data56.artifacts;
const _errs134 = errors;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/artifacts",message:"must be integer"}];
return false;
}
if(errors === _errs134){
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 < 0 || isNaN(data61)){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/artifacts",message:"must be >= 0"}];
return false;
}
}
}
var valid25 = _errs134 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data56.listed !== undefined && func0.call(data56, "listed")){
let data62 = data56.listed;
const _errs136 = errors;
if(errors === _errs136){
if(Array.isArray(data62)){
var valid26 = true;
const len12 = data62.length;
for(let i12=0; i12<len12; i12++){
let data63 = data62[i12];
const _errs138 = errors;
if(errors === _errs138){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
let missing11;
if((((data63.name === undefined) || (!(func0.call(data63, "name")))) && (missing11 = "name")) || (((data63.what === undefined) || (!(func0.call(data63, "what")))) && (missing11 = "what"))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed/" + i12,message:"must have required property '"+missing11+"'"}];
return false;
}
else {
const _errs140 = errors;
for(const key11 of Object.keys(data63)){
if(!((key11 === "name") || (key11 === "what"))){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed/" + i12,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs140 === errors){
if(data63.name !== undefined && func0.call(data63, "name")){
const _errs141 = errors;
if(typeof data63.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed/" + i12+"/name",message:"must be string"}];
return false;
}
var valid27 = _errs141 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data63.what !== undefined && func0.call(data63, "what")){
const _errs143 = errors;
if(typeof data63.what !== "string"){
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed/" + i12+"/what",message:"must be string"}];
return false;
}
var valid27 = _errs143 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed/" + i12,message:"must be object"}];
return false;
}
}
var valid26 = _errs138 === errors;
if(!valid26){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sets/" + i11+"/listed",message:"must be array"}];
return false;
}
}
var valid25 = _errs136 === errors;
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
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sets/" + i11,message:"must be object"}];
return false;
}
}
var valid24 = _errs123 === errors;
if(!valid24){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/sets",message:"must be array"}];
return false;
}
}
var valid0 = _errs121 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.coverage !== undefined && func0.call(data, "coverage")){
let data66 = data.coverage;
const _errs145 = errors;
if(errors === _errs145){
if(Array.isArray(data66)){
var valid28 = true;
const len13 = data66.length;
for(let i13=0; i13<len13; i13++){
let data67 = data66[i13];
const _errs147 = errors;
if(errors === _errs147){
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
let missing12;
if(((((((((data67.ecosystem === undefined) || (!(func0.call(data67, "ecosystem")))) && (missing12 = "ecosystem")) || (((data67.total === undefined) || (!(func0.call(data67, "total")))) && (missing12 = "total"))) || (((data67.verified === undefined) || (!(func0.call(data67, "verified")))) && (missing12 = "verified"))) || (((data67.signedOnly === undefined) || (!(func0.call(data67, "signedOnly")))) && (missing12 = "signedOnly"))) || (((data67.detected === undefined) || (!(func0.call(data67, "detected")))) && (missing12 = "detected"))) || (((data67.none === undefined) || (!(func0.call(data67, "none")))) && (missing12 = "none"))) || (((data67.percentVerified === undefined) || (!(func0.call(data67, "percentVerified")))) && (missing12 = "percentVerified"))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13,message:"must have required property '"+missing12+"'"}];
return false;
}
else {
const _errs149 = errors;
for(const key12 of Object.keys(data67)){
if(!(((((((key12 === "ecosystem") || (key12 === "total")) || (key12 === "verified")) || (key12 === "signedOnly")) || (key12 === "detected")) || (key12 === "none")) || (key12 === "percentVerified"))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13,message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs149 === errors){
if(data67.ecosystem !== undefined && func0.call(data67, "ecosystem")){
const _errs150 = errors;
if(typeof data67.ecosystem !== "string"){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/ecosystem",message:"must be string"}];
return false;
}
var valid29 = _errs150 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.total !== undefined && func0.call(data67, "total")){
let data69 = data67.total;
const _errs152 = errors;
if(!(((typeof data69 == "number") && (!(data69 % 1) && !isNaN(data69))) && (isFinite(data69)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/total",message:"must be integer"}];
return false;
}
if(errors === _errs152){
if((typeof data69 == "number") && (isFinite(data69))){
if(data69 < 0 || isNaN(data69)){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/total",message:"must be >= 0"}];
return false;
}
}
}
var valid29 = _errs152 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.verified !== undefined && func0.call(data67, "verified")){
let data70 = data67.verified;
const _errs154 = errors;
if(!(((typeof data70 == "number") && (!(data70 % 1) && !isNaN(data70))) && (isFinite(data70)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/verified",message:"must be integer"}];
return false;
}
if(errors === _errs154){
if((typeof data70 == "number") && (isFinite(data70))){
if(data70 < 0 || isNaN(data70)){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/verified",message:"must be >= 0"}];
return false;
}
}
}
var valid29 = _errs154 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.signedOnly !== undefined && func0.call(data67, "signedOnly")){
let data71 = data67.signedOnly;
const _errs156 = errors;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/signedOnly",message:"must be integer"}];
return false;
}
if(errors === _errs156){
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 < 0 || isNaN(data71)){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/signedOnly",message:"must be >= 0"}];
return false;
}
}
}
var valid29 = _errs156 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.detected !== undefined && func0.call(data67, "detected")){
let data72 = data67.detected;
const _errs158 = errors;
if(!(((typeof data72 == "number") && (!(data72 % 1) && !isNaN(data72))) && (isFinite(data72)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/detected",message:"must be integer"}];
return false;
}
if(errors === _errs158){
if((typeof data72 == "number") && (isFinite(data72))){
if(data72 < 0 || isNaN(data72)){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/detected",message:"must be >= 0"}];
return false;
}
}
}
var valid29 = _errs158 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.none !== undefined && func0.call(data67, "none")){
let data73 = data67.none;
const _errs160 = errors;
if(!(((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73))) && (isFinite(data73)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/none",message:"must be integer"}];
return false;
}
if(errors === _errs160){
if((typeof data73 == "number") && (isFinite(data73))){
if(data73 < 0 || isNaN(data73)){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/none",message:"must be >= 0"}];
return false;
}
}
}
var valid29 = _errs160 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data67.percentVerified !== undefined && func0.call(data67, "percentVerified")){
let data74 = data67.percentVerified;
const _errs162 = errors;
if(!((typeof data74 == "number") && (isFinite(data74)))){
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13+"/percentVerified",message:"must be number"}];
return false;
}
var valid29 = _errs162 === errors;
}
else {
var valid29 = true;
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
validate52.errors = [{instancePath:instancePath+"/coverage/" + i13,message:"must be object"}];
return false;
}
}
var valid28 = _errs147 === errors;
if(!valid28){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/coverage",message:"must be array"}];
return false;
}
}
var valid0 = _errs145 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unmatchedArtifacts !== undefined && func0.call(data, "unmatchedArtifacts")){
let data75 = data.unmatchedArtifacts;
const _errs164 = errors;
if(errors === _errs164){
if(Array.isArray(data75)){
var valid30 = true;
const len14 = data75.length;
for(let i14=0; i14<len14; i14++){
const _errs166 = errors;
if(typeof data75[i14] !== "string"){
validate52.errors = [{instancePath:instancePath+"/unmatchedArtifacts/" + i14,message:"must be string"}];
return false;
}
var valid30 = _errs166 === errors;
if(!valid30){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/unmatchedArtifacts",message:"must be array"}];
return false;
}
}
var valid0 = _errs164 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unmatchedAttestations !== undefined && func0.call(data, "unmatchedAttestations")){
let data77 = data.unmatchedAttestations;
const _errs168 = errors;
if(errors === _errs168){
if(Array.isArray(data77)){
var valid31 = true;
const len15 = data77.length;
for(let i15=0; i15<len15; i15++){
const _errs170 = errors;
if(typeof data77[i15] !== "string"){
validate52.errors = [{instancePath:instancePath+"/unmatchedAttestations/" + i15,message:"must be string"}];
return false;
}
var valid31 = _errs170 === errors;
if(!valid31){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/unmatchedAttestations",message:"must be array"}];
return false;
}
}
var valid0 = _errs168 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notDone !== undefined && func0.call(data, "notDone")){
let data79 = data.notDone;
const _errs172 = errors;
if(errors === _errs172){
if(Array.isArray(data79)){
var valid32 = true;
const len16 = data79.length;
for(let i16=0; i16<len16; i16++){
const _errs174 = errors;
if(typeof data79[i16] !== "string"){
validate52.errors = [{instancePath:instancePath+"/notDone/" + i16,message:"must be string"}];
return false;
}
var valid32 = _errs174 === errors;
if(!valid32){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/notDone",message:"must be array"}];
return false;
}
}
var valid0 = _errs172 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.limitations !== undefined && func0.call(data, "limitations")){
let data81 = data.limitations;
const _errs176 = errors;
if(errors === _errs176){
if(Array.isArray(data81)){
var valid33 = true;
const len17 = data81.length;
for(let i17=0; i17<len17; i17++){
const _errs178 = errors;
if(typeof data81[i17] !== "string"){
validate52.errors = [{instancePath:instancePath+"/limitations/" + i17,message:"must be string"}];
return false;
}
var valid33 = _errs178 === errors;
if(!valid33){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/limitations",message:"must be array"}];
return false;
}
}
var valid0 = _errs176 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weakenings !== undefined && func0.call(data, "weakenings")){
let data83 = data.weakenings;
const _errs180 = errors;
if(errors === _errs180){
if(Array.isArray(data83)){
var valid34 = true;
const len18 = data83.length;
for(let i18=0; i18<len18; i18++){
const _errs182 = errors;
if(typeof data83[i18] !== "string"){
validate52.errors = [{instancePath:instancePath+"/weakenings/" + i18,message:"must be string"}];
return false;
}
var valid34 = _errs182 === errors;
if(!valid34){
break;
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/weakenings",message:"must be array"}];
return false;
}
}
var valid0 = _errs180 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined && func0.call(data, "verdict")){
let data85 = data.verdict;
const _errs184 = errors;
if(errors === _errs184){
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
let missing13;
if(((((data85.decision === undefined) || (!(func0.call(data85, "decision")))) && (missing13 = "decision")) || (((data85.exitCode === undefined) || (!(func0.call(data85, "exitCode")))) && (missing13 = "exitCode"))) || (((data85.indication === undefined) || (!(func0.call(data85, "indication")))) && (missing13 = "indication"))){
validate52.errors = [{instancePath:instancePath+"/verdict",message:"must have required property '"+missing13+"'"}];
return false;
}
else {
const _errs186 = errors;
for(const key13 of Object.keys(data85)){
if(!(((key13 === "decision") || (key13 === "exitCode")) || (key13 === "indication"))){
validate52.errors = [{instancePath:instancePath+"/verdict",message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs186 === errors){
if(data85.decision !== undefined && func0.call(data85, "decision")){
const _errs187 = errors;
if(!(validate77(data85.decision, {instancePath:instancePath+"/verdict/decision",parentData:data85,parentDataProperty:"decision",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
var valid35 = _errs187 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data85.exitCode !== undefined && func0.call(data85, "exitCode")){
const _errs188 = errors;
if(!(validate79(data85.exitCode, {instancePath:instancePath+"/verdict/exitCode",parentData:data85,parentDataProperty:"exitCode",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid35 = _errs188 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data85.indication !== undefined && func0.call(data85, "indication")){
const _errs189 = errors;
if(!(validate75(data85.indication, {instancePath:instancePath+"/verdict/indication",parentData:data85,parentDataProperty:"indication",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
var valid35 = _errs189 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/verdict",message:"must be object"}];
return false;
}
}
var valid0 = _errs184 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined && func0.call(data, "run")){
let data89 = data.run;
const _errs190 = errors;
const _errs191 = errors;
let valid36 = false;
let passing3 = null;
const _errs192 = errors;
if(data89 !== null){
const err14 = {instancePath:instancePath+"/run",message:"must be null"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid3 = _errs192 === errors;
if(_valid3){
valid36 = true;
passing3 = 0;
}
const _errs194 = errors;
if(!(validate121(data89, {instancePath:instancePath+"/run",parentData:data,parentDataProperty:"run",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
errors = vErrors.length;
}
var _valid3 = _errs194 === errors;
if(_valid3 && valid36){
valid36 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid36 = true;
passing3 = 1;
}
}
if(!valid36){
const err15 = {instancePath:instancePath+"/run",message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate52.errors = vErrors;
return false;
}
else {
errors = _errs191;
if(vErrors !== null){
if(_errs191){
vErrors.length = _errs191;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs190 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.question !== undefined && func0.call(data, "question")){
const _errs195 = errors;
if(!(validate56(data.question, {instancePath:instancePath+"/question",parentData:data,parentDataProperty:"question",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
var valid0 = _errs195 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.interrupted !== undefined && func0.call(data, "interrupted")){
const _errs196 = errors;
if(true !== data.interrupted){
validate52.errors = [{instancePath:instancePath+"/interrupted",message:"must be equal to constant"}];
return false;
}
var valid0 = _errs196 === errors;
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

export const what_if_v1: Validator = validate92;

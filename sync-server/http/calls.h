// The handlers, by room: each turns a request into a call on the services and the result into a response. None knows
// sockets or SQL. Threads: any; they may block for the disk.
#pragma once

#include "sync-server/http/message.h"
#include "sync-server/http/services.h"

namespace plumb::server {

// trust_calls.cpp
Response describeServer(const Request&, Services&);
Response enrol(const Request&, Services&);
Response issueToken(const Request&, Services&);
Response proveRevocation(const Request&, Services&);

// record_calls.cpp
Response pushRecords(const Request&, Services&);
Response pullRecords(const Request&, Services&);
Response pullTrust(const Request&, Services&);
Response pullSites(const Request&, Services&);
Response pullProposals(const Request&, Services&);
Response pullFeedback(const Request&, Services&);
Response pullAbout(const Request&, Services&);
Response pullCalendar(const Request&, Services&);
Response pullRegisters(const Request&, Services&);
Response pullRetentions(const Request&, Services&);
Response pullProgrammes(const Request&, Services&);
Response pullRecoveries(const Request&, Services&);
Response pullPlaces(const Request&, Services&);

// feedback_calls.cpp
Response queryFeedback(const Request&, Services&);
Response queryFeedbackCounts(const Request&, Services&);

// log_calls.cpp
Response getCheckpoint(const Request&, Services&);
Response proveInclusion(const Request&, Services&);
Response proveConsistency(const Request&, Services&);
Response getLogCheckpoint(const Request&, Services&);
Response getTile(const Request&, Services&);
Response getEntries(const Request&, Services&);

// upload_calls.cpp
Response describeTus(const Request&, Services&);
Response headUpload(const Request&, Services&);
Response endUpload(const Request&, Services&);
Result<std::unique_ptr<BodySink>> openCreation(const Request&, Services&);
Result<std::unique_ptr<BodySink>> openPatch(const Request&, Services&);

// file_calls.cpp
Response getFile(const Request&, Services&);

// small_file_calls.cpp
Response takeSmallFiles(const Request&, Services&);

// pack_calls.cpp
Result<std::unique_ptr<BodySink>> openPack(const Request&, Services&);

// front_end_calls.cpp
Response takeHandedLines(const Request&, Services&);
Response takeHandedCall(const Request&, Services&);

// receipt_calls.cpp
Response giveReceipt(const Request&, Services&);

// query_calls.cpp
Response queryMe(const Request&, Services&);
Response queryChain(const Request&, Services&);
Response queryChains(const Request&, Services&);
Response queryChainOf(const Request&, Services&);
Response queryInspections(const Request&, Services&);
Response queryRecord(const Request&, Services&);

// export_calls.cpp
Response exportList(const Request&, Services&);

// paper_calls.cpp
Response getPaper(const Request&, Services&);

// document_calls.cpp
Response certifyDocumentKey(const Request&, Services&);

// public_calls.cpp
Response verifyPublicly(const Request&, Services&);
Response verifyPaperPublicly(const Request&, Services&);
Response describeIssuer(const Request&, Services&);
Response showCredential(const Request&, Services&);

// bulletin_calls.cpp
Response showBulletin(const Request&, Services&);
Response showBulletinEntry(const Request&, Services&);
Response listPublicProgrammes(const Request&, Services&);
Response listPublicPublications(const Request&, Services&);
Response showPublicPublication(const Request&, Services&);

// complaint_calls.cpp
Response challengeComplaint(const Request&, Services&);
Response describeComplainedOf(const Request&, Services&);
Response takeComplaint(const Request&, Services&);
Response tellComplaint(const Request&, Services&);
Response queryComplaints(const Request&, Services&);

// rating_calls.cpp
Response challengeRating(const Request&, Services&);
Response describeVisit(const Request&, Services&);
Response takeRating(const Request&, Services&);
Response queryRatings(const Request&, Services&);
Response queryRatingTexts(const Request&, Services&);

// panel_calls.cpp
Response queryPanels(const Request&, Services&);
Response queryPanelRule(const Request&, Services&);

// archive_calls.cpp
Response queryDisposals(const Request&, Services&);
Response queryReferrals(const Request&, Services&);

// case_calls.cpp
Response queryFindings(const Request&, Services&);
Response queryCases(const Request&, Services&);
Response queryAssessments(const Request&, Services&);
Response queryRounds(const Request&, Services&);
Response queryDraws(const Request&, Services&);
Response queryDraw(const Request&, Services&);
Response queryChecks(const Request&, Services&);
Response queryPlans(const Request&, Services&);
Response queryStatistics(const Request&, Services&);
Response queryStatisticRecords(const Request&, Services&);
Response queryPublished(const Request&, Services&);
Response queryTasks(const Request&, Services&);
Response queryArchive(const Request&, Services&);
Response queryInspectors(const Request&, Services&);
Response queryReviews(const Request& request, Services& services);
Response queryReviewers(const Request& request, Services& services);
Response queryPrevious(const Request& request, Services& services);
Response getSavedViews(const Request& request, Services& services);
Response putSavedViews(const Request& request, Services& services);
Response queryVisits(const Request&, Services&);
Response queryRoundSites(const Request&, Services&);

// hook_calls.cpp
Response listHooks(const Request&, Services&);
Response addHook(const Request&, Services&);
Response showHook(const Request&, Services&);
Response changeHook(const Request&, Services&);

// ogc_calls.cpp
Response describeOgc(const Request&, Services&);
Response describeOgcConformance(const Request&, Services&);
Response listOgcCollections(const Request&, Services&);
Response describeOgcCollection(const Request&, Services&);
Response listOgcItems(const Request&, Services&);
Response showOgcItem(const Request&, Services&);

// odata_calls.cpp
Response describeOData(const Request&, Services&);
Response showODataMetadata(const Request&, Services&);
Response queryOData(const Request&, Services&);
Response countODataSet(const Request&, Services&);

// operator_calls.cpp
Response health(const Request&, Services&);
Response showMetrics(const Request&, Services&);

// console_calls.cpp
Response getConsole(const Request&, Services&);

}  // namespace plumb::server

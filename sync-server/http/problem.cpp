#include "sync-server/http/problem.h"

#include <algorithm>

namespace plumb::server {
namespace {

struct Row {
    std::string_view code;
    int status;
    std::string_view title;
};

constexpr Row kRows[] = {
    {"bad_request", 400, "The request cannot be read"},
    {"bad_query", 400, "A parameter is wrong"},
    {"bad_line", 400, "This is no record line"},
    {"bad_payload", 400, "A member of the record is missing or wrong"},
    {"done_ahead", 400, "A report says that something will have been done"},
    {"not_utf8", 400, "The text is not UTF-8"},
    {"unknown_alg", 400, "The signature suite is unknown"},
    {"bad_hook", 400, "The receiver cannot be registered so"},
    {"bad_hook_url", 400, "The receiver's address is wrong"},
    {"hook_position", 400, "The log has no such place"},
    {"bad_fingerprint", 400, "This is no fingerprint"},
    {"bad_proof", 400, "The enrolment is not signed by the device's key"},
    {"bad_assertion", 400, "The assertion cannot be read"},
    {"bad_encoding", 400, "The body's encoding is broken"},
    {"bad_checksum", 400, "The checksum cannot be read"},
    {"bad_length", 400, "The length is wrong"},
    {"bad_metadata", 400, "The upload's metadata is wrong"},
    {"bad_files", 400, "The files that came together cannot be told apart"},
    {"bad_pack", 400, "The exchange file cannot be read"},
    {"pack_cut", 400, "The exchange file is cut short"},
    {"pack_changed", 400, "The exchange file was changed"},
    {"pack_foreign", 400, "The exchange file is for another server"},
    {"assertion_expired", 401, "The assertion is past its time"},
    {"assertion_replayed", 401, "The assertion was used already"},
    {"key_unknown", 401, "The key is not enrolled"},
    {"token_missing", 401, "A bearer token is needed"},
    {"token_expired", 401, "The bearer token is past its time"},
    {"address_refused", 403, "The address is not called"},
    {"key_revoked", 403, "The key was revoked"},
    {"loopback_only", 403, "Only for this machine"},
    {"not_found", 404, "There is nothing here"},
    {"hook_unknown", 404, "There is no such receiver"},
    {"delivery_unknown", 404, "There is no such delivery"},
    {"invite_unknown", 404, "The invitation is unknown"},
    {"record_unknown", 404, "The record is unknown"},
    {"fingerprint_unknown", 404, "The fingerprint is unknown"},
    {"credential_unknown", 404, "The credential is unknown"},
    {"not_offered", 501, "That is not offered"},
    {"no_paper", 404, "There is no such paper"},
    {"no_small_picture", 404, "There is no small picture of the file"},
    {"file_unknown", 404, "The file is unknown"},
    {"upload_unknown", 404, "The upload is unknown"},
    {"tile_unknown", 404, "The tile is unknown"},
    {"entry_too_long", 501, "An entry does not fit into a bundle"},
    {"method_not_allowed", 405, "The method is not for this address"},
    {"invite_used", 409, "The invitation was used already"},
    {"id_used", 409, "The record's id was used already"},
    {"key_known", 409, "The key is enrolled already"},
    {"wrong_offset", 409, "The upload stands elsewhere"},
    {"upload_complete", 409, "The file is whole already"},
    {"log_smaller", 409, "This log is smaller than what you know"},
    {"invite_expired", 410, "The invitation is past its time"},
    {"file_disposed", 410, "The file was disposed of with its case"},
    {"upload_expired", 410, "The upload is past its time"},
    {"length_required", 411, "The length must be told"},
    {"tus_version", 412, "The tus version is not 1.0.0"},
    {"batch_too_large", 413, "Too many lines at once"},
    {"body_too_large", 413, "The body is too large"},
    {"file_too_large", 413, "The file is too large"},
    {"upload_too_long", 413, "More bytes than were announced"},
    {"line_too_long", 413, "The line is too long"},
    {"bad_type", 415, "The content type is wrong"},
    {"encoding_unknown", 415, "The body's encoding is unknown"},
    {"bad_range", 416, "The range lies outside the file"},
    {"too_many_calls", 429, "Too many calls"},
    {"intake_closed", 404, "No complaints are taken here"},
    {"about_unknown", 404, "There is nothing by that name"},
    {"code_used", 409, "The code was used already"},
    {"rating_late", 410, "It is too late to rate this visit"},
    {"code_unknown", 404, "The code is unknown"},
    {"work_used", 409, "The work was used already"},
    {"work_expired", 410, "The challenge is past its time"},
    {"too_many_hooks", 422, "Too many receivers"},
    {"unnamed_full", 422, "Too many files that no line names"},
    {"too_many_uploads", 429, "Too many unfinished uploads"},
    {"header_too_large", 431, "The header is too large"},
    {"wrong_hash", 460, "The file is not the one that was named"},
    {"wrong_checksum", 460, "The bytes are not those that were sent"},
    {"line_damaged", 500, "A line of the log was changed"},
    {"internal", 500, "The server failed"},
    {"busy", 503, "The server is busy"},
    {"files_away", 503, "The store of the files is away"},
    {"front_end_lost", 503, "This front end does not follow the log"},
    {"clock_jumped", 503, "The server's clock jumped"},
    {"disk_full", 507, "The server's disk is full"},
};

int statusOfKind(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::malformed:
            return 400;
        case ErrorKind::notFound:
            return 404;
        case ErrorKind::conflict:
            return 409;
        case ErrorKind::badSignature:
            return 400;
        case ErrorKind::forbidden:
            return 403;
        case ErrorKind::expired:
            return 410;
        case ErrorKind::tooLarge:
            return 413;
        case ErrorKind::offline:
            return 503;
        case ErrorKind::full:
            return 507;
        case ErrorKind::unsupported:
            return 501;
        case ErrorKind::refused:
            return 422;
        case ErrorKind::broken:
            return 500;
    }
    return 500;
}

const Row* rowOf(std::string_view code) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& r) { return r.code == code; });
    return row == std::end(kRows) ? nullptr : row;
}

}  // namespace

int statusOf(const Error& error) {
    const auto* row = rowOf(error.code);
    return row ? row->status : statusOfKind(error.kind);
}

Response problem(const Error& error, std::optional<int> given) {
    const auto* row = rowOf(error.code);
    const int status = given.value_or(statusOf(error));
    const json::object body{{"type", "https://plumbline.invalid/problems/" + error.code},
                            {"title", row ? std::string(row->title) : error.code},
                            {"status", status},
                            {"code", error.code},
                            {"detail", error.detail}};
    return textResponse(toText(body), "application/problem+json", status);
}

}  // namespace plumb::server

#include "shared/records/document/issued.h"

#include <algorithm>

#include "shared/domain/record_types.h"
#include "shared/records/body_reader.h"

namespace plumb::records {
namespace {

const record::FileRef* fileOf(const IssuedBody& issued, const std::vector<record::FileRef>& files) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) {
        return file.sha256 == issued.pdf && file.role == kPaperRole;
    });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

bool isIssued(std::string_view type) {
    return type == kDocumentIssued || type == kDocumentFiled;
}

std::string_view issuedAs(std::string_view type) {
    return domain::recordType(type).readers == domain::Readers::staff ? kDocumentFiled : kDocumentIssued;
}

Result<void> checkIssuedAs(std::string_view line, std::string_view of) {
    if (line == issuedAs(of)) return {};
    return fail(ErrorKind::refused, "paper_internal",
                "a paper of " + std::string(of) + " is named by " + std::string(issuedAs(of)) +
                    ": the enterprise reads no papers of records that are the bureau's own");
}

Result<IssuedBody> readIssued(const json::object& body) {
    BodyReader read(body);
    IssuedBody out{read.recordId("of"), read.hash("hash"), read.text("paper"), read.text("language"),
                   read.hash("layout"), read.hash("pdf"),  read.text("number")};
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const IssuedBody& issued) {
    return {{"of", issued.of},
            {"hash", issued.hash.hex()},
            {"paper", issued.paper},
            {"language", issued.language},
            {"layout", issued.layout.hex()},
            {"pdf", issued.pdf.hex()},
            {"number", issued.number}};
}

Result<void> checkIssuedFile(const IssuedBody& issued, const std::vector<record::FileRef>& files) {
    if (fileOf(issued, files)) return {};
    return fail(ErrorKind::malformed, "bad_payload",
                "\"files\" must name the paper of \"body.pdf\" with role \"paper\"");
}

bool foldIssued(std::vector<IssuedDocument>& documents, const BelievedLine& line) {
    if (!isIssued(line.payload.type)) return false;
    auto said = readIssued(line.payload.body);
    const auto* file = said ? fileOf(*said, line.payload.files) : nullptr;
    if (!file) return false;
    const bool stands =
        std::any_of(documents.begin(), documents.end(), [&](const auto& one) { return one.says.pdf == said->pdf; });
    if (stands) return false;
    documents.push_back(
        {line.payload.id, std::string(line.kid), line.place, line.payload.at, file->size, std::move(*said)});
    return true;
}

}  // namespace plumb::records

// document.issued and document.filed: a paper of a record was sealed and is a file of this one, so that paper and
// record prove each other (RECORDS.md). Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/records/believed.h"

namespace plumb::records {

inline constexpr std::string_view kDocumentIssued = "document.issued";
// The same of a record that staff alone read: the enterprise would be sent its paper otherwise.
inline constexpr std::string_view kDocumentFiled = "document.filed";
inline constexpr std::string_view kPaperRole = "paper";  // of the PDF among the record's files

struct IssuedBody {
    std::string of;               // the record that the paper is of: an inspection, an act
    Sha256 hash;                  // line hash of the version that it says
    std::string paper, language;  // as in shared/document/PAPERS.md
    Sha256 layout;                // of the layout's text
    Sha256 pdf;                   // of the signed file
    std::string number;           // as it stands on the paper

    friend bool operator==(const IssuedBody&, const IssuedBody&) = default;
};

bool isIssued(std::string_view type);  // either
// By which of the two the papers of a record of this type are issued.
std::string_view issuedAs(std::string_view type);
// "paper_internal" where the line is not of that one.
Result<void> checkIssuedAs(std::string_view line, std::string_view of);

// bad_payload with the member's path.
Result<IssuedBody> readIssued(const json::object& body);
json::object toBody(const IssuedBody& issued);
// "files" of the line must name the PDF with its role: bad_payload.
Result<void> checkIssuedFile(const IssuedBody& issued, const std::vector<record::FileRef>& files);

// One paper that stands at its record.
struct IssuedDocument {
    std::string id, kid;  // of the document.issued, and its author's
    domain::LogPlace place;
    Instant at;
    std::uint64_t bytes = 0;
    IssuedBody says;

    friend bool operator==(const IssuedDocument&, const IssuedDocument&) = default;
};

// Takes the next line into the papers of its record, in log order. False where it changes nothing: it is none, names no
// such file, or the very file stands here already.
bool foldIssued(std::vector<IssuedDocument>& documents, const BelievedLine& line);

}  // namespace plumb::records

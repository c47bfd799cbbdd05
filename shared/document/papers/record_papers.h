// The papers of one record, from what a store knows of it: one way for the tablet, the server and the command line, so
// that a record gives the same bytes wherever it is printed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/model.h"
#include "shared/document/papers/inspection_facts.h"
#include "shared/document/papers/papers.h"
#include "shared/document/papers/planning_facts.h"
#include "shared/record/payload.h"
#include "shared/records/reference/site.h"

namespace plumb::document {

// One line, and who wrote it.
struct PaperLine {
    record::Payload payload;
    Sha256 hash;
    Sha256 leaf;  // of the log's tree
    std::string kid, author;
    std::optional<std::uint64_t> index = {};  // in the log; none: not proved to be there
    std::string certificate = {};             // of the author, as her proved invitation states it
};

// What a store knows, as papers ask for it. Blocking; for the thread that prints, for the time of one print.
class PaperSource {
  public:
    virtual ~PaperSource() = default;

    // The line under this id that came first. notFound where there is none that may be printed here.
    virtual Result<PaperLine> line(const std::string& id) = 0;
    // Of an inspection or a self-assessment, by the submission's id: its newest version.
    virtual Result<PaperLine> newestVersion(const std::string& id) = 0;
    // Of an inspection that two sign, by the submission's id: the second signature under its newest version, if it is
    // there.
    virtual std::optional<PaperLine> cosignature(const std::string& id) = 0;
    // Of the case that an inspection opened: the submission and every believed line that speaks of it, in log order.
    virtual Result<std::vector<PaperLine>> caseLines(const std::string& inspection) = 0;
    // What says how the result came to the inspected party after it was sealed, in log order: of the newest version.
    virtual std::vector<PaperLine> deliveries(const std::string& id) = 0;
    virtual Result<std::shared_ptr<const checklist::Checklist>> checklist(const Sha256& sha256) = 0;
    virtual std::optional<records::Site> site(const std::string& id) = 0;
    // By her id in the chain of trust: as records::memberOf() finds her.
    virtual PaperPerson person(const std::string& id) = 0;
    // The title of the newest published version; "" where none is.
    virtual std::string checklistTitle(const std::string& id, const std::string& language) = 0;
    // The file's content; "" where it is not at hand: its room on the paper stays free.
    virtual std::string file(const Sha256& sha256) = 0;
    // What a camera wrote into this content.
    virtual PhotoNote photo(const std::string& content) = 0;
    // The code by which the inspected party rates the visit that this submission is of: known to the device that signed
    // it alone. "": not to this one.
    virtual std::string visitCode(const record::Payload& submission) {
        (void)submission;
        return {};
    }
};

// What a QR code leads to, and what it lets a reader check without taking the answer's word (VERIFY.md).
struct PublicPage {
    std::string address;  // "https://host/verify/"; "" for no code
    std::string logKey;   // the log's verifier key
};

struct PaperOrder {
    std::string record;
    std::vector<std::string> papers = {};  // one after the other; empty: all that there are of this record
    std::string language = "zh";
    std::string office = {};  // which heads the paper
    PublicPage page = {};
    std::string ratePage = {};  // "https://host/rate"; "": kVisitRating is not printed
    std::string watermark = {};
    // Of a draft that nobody has signed: no number, fingerprint, code or signature stands on it, the foot says what it
    // is, and a watermark of that name goes across every page.
    bool draft = false;
    // A bureau's own layout; null where it has none, and then the product's is taken.
    std::function<const Layout*(const std::string& paper, const std::string& language)> ownLayout = {};
};

// For the inspected party: the visit's code, by which it rates the visit. Not one of the record's papers: it is printed
// by the device that signed the record, is never bound with them and never issued, since it holds what the log must
// not.
inline constexpr std::string_view kVisitRating = "visit_rating";

// The papers that there are of a record of this type, in the order in which they are bound; empty: none.
std::vector<std::string> papersOf(std::string_view type);

// notFound "no_paper" where there is no such paper of this record; the source's errors; typeset()'s.
Result<Pdf> printRecord(PaperSource& source, const PaperOrder& order);

}  // namespace plumb::document

// A box of the archive as one file: the bundles of whole cases one after the other, and an index of them at the end.
// Who holds it and the root's thumbprint checks it with no server, however long after; it is read as it comes, one case
// in memory at a time. The form is items as of an exchange file (record/pack_items.h); shared/record/VERIFY.md
// describes it.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "shared/sync/bundle.h"

namespace plumb::sync {

// What the index tells of a case.
struct BoxedCase {
    std::string id;      // the inspection that opened it
    std::string number;  // of its first order; "": nothing was ordered
    std::string site, kind;
    std::string checked;  // the day of the check
    std::string term;     // for how long it is kept
    Sha256 bundle;
    std::uint64_t bytes = 0;  // of its bundle
};

struct BoxHead {
    std::string log;    // the log's origin
    std::string title;  // as people call the box
    Instant made;
};

// Writes beside the file and takes its place at the end: what was cut short leaves no box. Throws where the disk does
// not take it.
class BoxWriter {
  public:
    BoxWriter(std::filesystem::path file, const BoxHead& head);
    ~BoxWriter();
    BoxWriter(const BoxWriter&) = delete;
    BoxWriter& operator=(const BoxWriter&) = delete;

    // Fills in the case's hash and size.
    void add(BoxedCase one, std::string_view bundle);
    void finish();
    [[nodiscard]] const std::vector<BoxedCase>& cases() const { return m_cases; }

  private:
    void write(std::string_view bytes);

    std::filesystem::path m_file, m_part;
    std::ofstream m_out;
    std::vector<BoxedCase> m_cases;
    bool m_done = false;
};

// How one case of a box was judged.
struct BoxedVerdict {
    std::string id;
    bool good = false;
    std::string detail;  // how it stands, or what is wrong
};
struct BoxVerification {
    bool good = false;
    std::string reason;            // of what is not good, the first
    BoxHead head;                  // where good, its log is that of each case; title and time are its maker's words
    std::vector<BoxedCase> cases;  // as the index lists them; where good, as their lines say, too
};
// Reads all of it and tells of each case as it comes. `rootKid` is what the verifier was told. Malformed "bad_box"
// where it is none; "file_unreadable".
Result<BoxVerification> verifyBox(const std::filesystem::path& file, const std::string& rootKid,
                                  const std::function<void(const BoxedVerdict&)>& tell);

}  // namespace plumb::sync

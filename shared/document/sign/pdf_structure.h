// What libqpdf reads of a PDF's structure, for signing it and for judging its signatures: in plain values, so that no
// other file sees the library (whose headers clang takes as C++17 alone: this one is written in it). Nothing is
// repaired: a file whose own tables do not lead through it is none. Each function throws std::exception where it is
// none; pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::document {

struct NumberedObject {
    int number = 0;
    std::string text;  // as it stands between "obj" and "endobj"
};

// Where one more signature goes: the objects that change with it and the numbers that are free.
struct SignatureRoom {
    std::vector<NumberedObject> changed;  // the first page, which shows it nowhere, and the catalog
    int signature = 0, field = 0;         // numbers of the two new objects
    NumberedObject fieldText;
    std::string trailer;  // /Root, /Info and /ID, as they go into the next trailer
};
SignatureRoom makeSignatureRoom(const std::string& pdf);

// A signature field that is filled in, as the file's own newest state has it.
struct FoundSignature {
    std::string field;
    std::vector<long long> byteRange;
    std::string contents, subFilter, statedAt, authority;

    friend bool operator==(const FoundSignature& a, const FoundSignature& b) {
        return a.field == b.field && a.byteRange == b.byteRange && a.contents == b.contents &&
               a.subFilter == b.subFilter && a.statedAt == b.statedAt && a.authority == b.authority;
    }
};
std::vector<FoundSignature> findSignatures(std::string_view pdf);

// What a reader sees otherwise in `after` than in `before`, beyond signature fields that show nothing: a few words for
// a person; "" where it is nothing. REQUIRES: `after` begins with `before`.
std::string changeBetween(std::string_view before, std::string_view after);

// The key of a signature dictionary that holds what the signer says of its authority: a line of text.
inline constexpr const char* kAuthorityKey = "/PLUMB_Authority";

}  // namespace plumb::document

// Lines on their way from the front end that took them in to the one that appends, and what became of them on the way
// back. The body of the call is, for each line, "v 123\n" or "n 123\n" (vouched for or not, bytes), the line, "\n".
//
// What is trusted: a front end vouches for a line when it verified the signature by the key that the line names and
// made the score again, and found both good. These two verdicts depend on nothing but the line, the key (a key id is
// the key's own thumbprint) and published documents (named by their hash): they hold whenever and wherever they are
// made, and they are what costs time. Whoever knows the word that front ends share holds the log's key, too, and could
// sign any log; so nothing more is given away by trusting it. Everything else is judged by the sequencer, by the code
// that judges what it takes in itself: form, payload and body by their rules, whether the key is enrolled and not
// revoked, rights, references, order, doubles.
#pragma once

#include "sync-server/ingest/candidate.h"

namespace plumb::server {

struct HandedLine {
    bool vouched = false;
    std::string_view text;
};

// Of those that are lines at all: the others are refused where they came in.
std::string handedBody(const std::vector<Candidate>& candidates);
// bad_request where it is of another form. Views of `body`.
Result<std::vector<HandedLine>> readHanded(std::string_view body, std::size_t most);

// The answer: {"size":n,"results":[…]}, and back. The head has its size alone.
json::object describeHanded(const PushOutcome& outcome);
Result<PushOutcome> readHandedAnswer(std::string_view body);

}  // namespace plumb::server

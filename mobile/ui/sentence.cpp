#include "mobile/ui/sentence.h"

#include "mobile/ui/sentences.h"

namespace plumb::mobile {

Sentence::Sentence(Error error) : m_said([error = std::move(error)] { return sentenceFor(error); }) {}

}  // namespace plumb::mobile

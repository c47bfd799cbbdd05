// Any JSON as answers to a form that has every rule and to one that has repeats in repeats: a score within its maximum
// or a refusal, and the session agrees.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/panel.h"
#include "shared/checklist/score/recheck.h"
#include "shared/checklist/session/session.h"
#include "shared/checklist/session/version_diff.h"
#include "tests/fuzz/copies_form.h"

using namespace plumb;
using namespace plumb::checklist;

namespace {

constexpr std::string_view kForm =
    R"j({"id":"f","version":"1","kind":"test","languages":["zh","en"],"title":"F","scoring":{"full":100,"na":"renormalise","bonus":{"most":4,"groups":[{"id":"g","label":"G","most":3,"exclusive":true}]}},
"facts":[{"id":"f","type":"number","label":"F"},{"id":"g","type":"choices","label":"G","choices":[{"name":"x","label":"X"},{"name":"y","label":"Y"}]}],"levels":[{"id":"L","label":"L"}],
"choices":{"three":[{"name":"pass","label":"P","verdict":"pass"},{"name":"part","label":"H","verdict":"part","share":0.5},{"name":"fail","label":"F","verdict":"fail"}]},
"grades":[{"id":"high","label":"H","tone":"pass","when":[{"percent":{"min":70},"levels":{"*":{"min":50}}}]},{"id":"low","label":"L","tone":"fail"}],
"sections":[{"id":"s","title":"S","items":[
{"id":"1","text":"T","points":3,"questions":[{"id":"c","type":"select_one","choices":"three","label":"C"},{"id":"t","type":"text","label":"T","relevant":"${c} = 'fail'"}]},
{"id":"2","text":"T","points":3,"rule":"limits","questions":[{"id":"a","type":"date","label":"A"},{"id":"b","type":"date","label":"B"},{"id":"l","type":"integer","label":"L"},{"id":"d","type":"calculate","label":"D","calculation":"${b} - ${a}","limits":{"min":"${l}"}}]},
{"id":"3","text":"T","points":3,"rule":{"kind":"ratio","of":"r","target":"${q}","below":0.1},"questions":[{"id":"r","type":"decimal","label":"R"},{"id":"q","type":"decimal","label":"Q"}]},
{"id":"4","text":"T","points":3,"rule":{"kind":"deduct","of":"m","each":1},"questions":[{"id":"m","type":"select_multiple","choices":"three","label":"M"},{"id":"i","type":"image","label":"I"},{"id":"k","type":"barcode","label":"K","constraint":"string-length(.) < 9"}]},
{"id":"5","text":"T","points":3,"rule":{"kind":"band","of":"v","bands":[{"min":"${l}","points":3},{"points":1}]},"questions":[{"id":"v","type":"calculate","label":"V","calculation":"${r} div ${q} + round(${l}, 2)"}]},
{"id":"6","text":"T","points":3,"level":"L","na":"outside","applies":{"f":{"max":3000}},"unneeded":"full","rule":{"kind":"band","of":{"mean":["s1","s2","s3"],"needed":2},"bands":[{"min":"${l}","points":3},{"above":0.01,"points":1},{"points":0}]},
"questions":[{"id":"s1","type":"decimal","required":false,"label":"S"},{"id":"s2","type":"decimal","required":false,"label":"S"},{"id":"s3","type":"decimal","required":false,"label":"S"}]},
{"id":"7","text":"T","points":3,"applies":{"g":["x"]},"failsBelow":50,"rule":{"kind":"ratio","of":{"passRate":["s4","s5"],"within":{"max":"${q}"}},"target":90,"below":0.3},"questions":[{"id":"s4","type":"decimal","label":"S"},{"id":"s5","type":"decimal","label":"S"}]},
{"id":"8","text":"T","points":3,"rule":{"kind":"within","of":{"days":["a","b"]},"min":7},"questions":[{"id":"n","type":"note","label":"N"}]},
{"id":"9","text":"T","precondition":"start","questions":[{"id":"p","type":"select_one","choices":"three","label":"P"}]},
{"id":"10","text":"T","points":3,"bonus":"g","rule":{"kind":"count","of":"z","each":2},"questions":[{"id":"z","type":"integer","label":"Z"}]},
{"id":"11","text":"T","points":3,"bonus":true,"rule":{"kind":"deduct","most":2,"reasons":[{"of":"w","each":0.5,"most":1},{"of":"m2","each":1}]},"questions":[{"id":"w","type":"integer","label":"W"},{"id":"m2","type":"select_multiple","choices":"three","label":"M"}]}]}]})j";

void judge(const std::shared_ptr<const Checklist>& form, const Answers& answers) {
    const auto score = scoreAnswers(*form, answers);
    const Session session(
        form, [] { return Instant{}; }, answers);
    if (score.has_value() != session.dropped().empty()) std::abort();
    if (score && (score->points > score->max || toText(toFullJson(*score)) != toText(toFullJson(session.score()))))
        std::abort();
    (void)session.missing();
    (void)session.findings();
    (void)session.totals();
    if (score) {
        const auto recheck = recheckOf(*form, answers);
        if (!recheck || !combine(*form, {answers, answers, Answers()})) std::abort();
        (void)diffVersions(*form, *form, answers);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto plain = *loadChecklist(kForm), instances = *loadChecklist(plumb::fuzz::kCopiesForm);
    const auto parsed = parseJson(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!parsed || !parsed->is_object()) return 0;
    const auto answers = Answers::fromJson(parsed->get_object());
    if (!answers) return 0;
    judge(plain, *answers);
    // Who opens it without answers begins a new one, with its defaults.
    if (!answers->values.empty()) judge(instances, *answers);
    return 0;
}

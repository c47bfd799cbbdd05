// plumb form run FILE --script STEPS; plumb form eval FILE EXPR; plumb form bench FILE
#include <algorithm>
#include <fstream>
#include <iostream>

#include "shared/form/xpath/evaluate.h"
#include "shared/form/xpath/parse.h"
#include "shared/form/xpath/value.h"
#include "tools/plumb/app.h"
#include "tools/plumb/form_bench.h"
#include "tools/plumb/form_file.h"

namespace plumb::cli {
namespace {

using form::Aspect;
using form::Filling;
using form::NodeId;

json::object stateOf(const Filling& filling, NodeId node) {
    const auto& tree = filling.tree();
    json::object state{{"path", tree.path(node)}};
    if (tree[node].children.empty() && !tree[node].isRepeat)
        state["value"] = tree[node].relevant ? tree[node].text : "";
    state["relevant"] = filling.relevant(node);
    state["required"] = filling.required(node);
    state["readonly"] = filling.readOnly(node);
    state["valid"] = filling.valid(node);
    if (auto label = filling.label(node); !label.empty()) state["label"] = std::move(label);
    if (auto hint = filling.hint(node); !hint.empty()) state["hint"] = std::move(hint);
    if (auto message = filling.message(node); !message.empty()) state["message"] = std::move(message);
    return state;
}

json::array choicesOf(const Filling& filling, NodeId node) {
    json::array all;
    for (const auto& choice : filling.choices(node)) all.push_back({{"value", choice.value}, {"label", choice.label}});
    return all;
}

json::array changesOf(const Filling& filling, const form::Changes& changes) {
    static constexpr std::pair<Aspect, const char*> kNames[] = {
        {Aspect::value, "value"},       {Aspect::relevant, "relevant"}, {Aspect::required, "required"},
        {Aspect::readOnly, "readonly"}, {Aspect::valid, "valid"},       {Aspect::label, "label"},
        {Aspect::choices, "choices"},   {Aspect::added, "added"},
    };
    json::array all;
    for (const auto& change : changes) {
        if (change.has(Aspect::removed)) {
            all.push_back({{"path", change.removedPath}, {"what", json::array{"removed"}}});
            continue;
        }
        auto state = stateOf(filling, change.node);
        json::array what;
        for (const auto& [aspect, name] : kNames) {
            if (change.has(aspect)) what.push_back(json::string(name));
        }
        if (change.has(Aspect::choices)) state["choices"] = choicesOf(filling, change.node);
        state["what"] = std::move(what);
        all.push_back(std::move(state));
    }
    return all;
}

// "/data/outer[2]/plots": the node that the repeat stands in, and the repeat in the definition.
Result<std::pair<NodeId, std::uint32_t>> repeatAt(const Filling& filling, std::string_view path) {
    const auto slash = path.rfind('/');
    auto name = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
    name = name.substr(0, name.find('['));
    const NodeId parent =
        slash == std::string_view::npos || slash == 0 ? form::kNone : filling.find(path.substr(0, slash));
    if (parent != form::kNone) {
        for (const auto child : filling.definition().nodes[filling.tree()[parent].def].children) {
            const auto& def = filling.definition().nodes[child];
            if (def.name == name && def.kind == form::NodeKind::repeat) return std::pair{parent, child};
        }
    }
    return fail(ErrorKind::notFound, "unknown_node", "there is no repeat " + std::string(path));
}

Result<NodeId> nodeAt(const Filling& filling, std::string_view path) {
    const NodeId node = filling.find(path);
    if (node == form::kNone) return fail(ErrorKind::notFound, "unknown_node", "there is no " + std::string(path));
    return node;
}

bool hasChoices(const Filling& filling, NodeId node) {
    const auto& definition = filling.definition();
    const auto at = definition.controlOf[filling.tree()[node].def];
    return at != form::kNone && (definition.controls[at].itemset || !definition.controls[at].choices.empty());
}

// What a get says: the state of a node; of a repeat without a position how many there are.
Result<json::object> stateAt(const Filling& filling, const std::string& path) {
    if (const auto repeat = repeatAt(filling, path); repeat && !path.ends_with(']')) {
        const auto& tree = filling.tree();
        const auto& children = tree[repeat->first].children;
        const auto count = std::count_if(children.begin(), children.end(),
                                         [&](NodeId child) { return tree[child].def == repeat->second; });
        json::object state{{"path", path}, {"count", count}};
        if (const NodeId first = filling.find(path); first != form::kNone) {
            auto one = stateOf(filling, first);
            one.erase("path");
            for (auto& member : one) state[member.key()] = std::move(member.value());
        }
        return state;
    }
    const auto node = nodeAt(filling, path);
    if (!node) return fail(node.error());
    auto state = stateOf(filling, *node);
    if (hasChoices(filling, *node)) state["choices"] = choicesOf(filling, *node);
    return state;
}

std::string memberOf(const json::object& step, std::string_view name) {
    const auto* value = step.if_contains(name);
    if (!value) return {};
    if (value->is_string()) return std::string(value->get_string());
    if (value->is_null()) return {};
    if (value->is_double()) return form::xpath::textOf(value->get_double());
    if (value->is_array()) {  // several choices
        std::string all;
        for (const auto& one : value->get_array())
            all += (all.empty() ? "" : " ") + (one.is_string() ? std::string(one.get_string()) : json::serialize(one));
        return all;
    }
    return json::serialize(*value);  // a number or a boolean as it is written
}

// One step; what is printed for it.
Result<json::object> play(Filling& filling, const json::object& step) {
    form::Changes changes;
    json::object out;
    if (step.contains("set")) {
        auto done = filling.setAt(memberOf(step, "set"), memberOf(step, "value"));
        if (!done) return fail(done.error());
        changes = std::move(*done);
    } else if (step.contains("add")) {
        const auto at = repeatAt(filling, memberOf(step, "add"));
        if (!at) return fail(at.error());
        NodeId like = form::kNone;
        if (step.contains("like")) {
            const auto copied = nodeAt(filling, memberOf(step, "like"));
            if (!copied) return fail(copied.error());
            like = *copied;
        }
        const auto made = filling.add(at->first, at->second, changes, like);
        if (!made) return fail(made.error());
        out["added"] = filling.tree().path(*made);
    } else if (step.contains("remove")) {
        const auto node = nodeAt(filling, memberOf(step, "remove"));
        if (!node) return fail(node.error());
        auto done = filling.remove(*node);
        if (!done) return fail(done.error());
        changes = std::move(*done);
    } else if (step.contains("language")) {
        auto done = filling.setLanguage(memberOf(step, "language"));
        if (!done) return fail(done.error());
        changes = std::move(*done);
    } else if (step.contains("get")) {
        return stateAt(filling, memberOf(step, "get"));
    } else if (step.contains("validate")) {
        json::array faults;
        for (const auto& fault : filling.faults()) {
            faults.push_back({{"path", filling.tree().path(fault.node)},
                              {"why", fault.why == Filling::Fault::Why::missing ? "missing" : "invalid"},
                              {"message", filling.message(fault.node)}});
        }
        out["valid"] = faults.empty();
        out["faults"] = std::move(faults);
        return out;
    } else {
        return fail(
            ErrorKind::malformed, "bad_step",
            "a step is {\"set\", \"value\"}, {\"add\"}, {\"remove\"}, {\"language\"}, {\"get\"} or {\"validate\"}");
    }
    out["changed"] = changesOf(filling, changes);
    return out;
}

int run(const FormSource& source, const std::string& script, bool instance, bool json) {
    const auto opened = openForm(source);
    if (!opened) return report(opened.error(), json);
    const auto options = optionsOf(source);
    if (!options) return report(options.error(), json);
    for (const auto& warning : opened->warnings) std::cerr << "warning: " << warning << "\n";
    for (const auto& one : opened->definition->notSupported) std::cerr << "not supported: " << one << "\n";
    Filling filling(opened->definition, *options);
    std::ifstream file;
    if (!script.empty() && script != "-") {
        file.open(script);
        if (!file) return report({ErrorKind::notFound, "no_script", script + ": cannot be read"}, json);
    }
    std::istream& steps = file.is_open() ? file : std::cin;
    int exit = kDone;
    std::string line;
    for (std::size_t number = 1; !script.empty() && std::getline(steps, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto value = parseJson(line);
        Result<json::object> played =
            !value || !value->is_object()
                ? Result<json::object>(
                      fail(ErrorKind::malformed, "bad_step", value ? "a step is a JSON object" : value.error().detail))
                : play(filling, value->get_object());
        if (played) {
            std::cout << json::serialize(*played) << "\n";
        } else {
            exit = kNo;
            std::cout << json::serialize(json::object{{"error", json::object{{"step", number},
                                                                             {"code", played.error().code},
                                                                             {"detail", played.error().detail}}}})
                      << "\n";
        }
    }
    if (instance) {
        filling.stampEnd();
        std::cout << filling.toXml() << "\n";
    }
    for (const auto& trouble : filling.troubles()) std::cerr << "trouble: " << trouble << "\n";
    return exit;
}

int evaluate(const FormSource& source, const std::string& expression, const std::string& at, bool json) {
    const auto clock = clockOf(source.now);
    if (!clock) return report(clock.error(), json);
    Result<std::string> result = std::string();
    if (source.file == "-") {
        const auto parsed = form::xpath::parse(expression);
        if (!parsed) return report({ErrorKind::malformed, "bad_expression", parsed.error()}, json);
        form::xpath::BareWorld world(*clock, source.seed ? source.seed : 1);
        try {
            result = form::xpath::describe(form::xpath::Evaluator(*parsed, world).value({}));
        } catch (const form::xpath::EvaluationError& error) {
            result = fail(ErrorKind::malformed, "cannot_evaluate", error.what());
        }
    } else {
        const auto opened = openForm(source);
        if (!opened) return report(opened.error(), json);
        const auto options = optionsOf(source);
        if (!options) return report(options.error(), json);
        Filling filling(opened->definition, *options);
        NodeId node = form::kNone;
        if (!at.empty()) {
            const auto found = nodeAt(filling, at);
            if (!found) return report(found.error(), json);
            node = *found;
        }
        result = filling.evaluate(expression, node);
    }
    if (!result) return report(result.error(), json);
    // XPath knows four types: a day and an instant are texts to whoever asks from outside.
    auto space = result->find(' ');
    if (const auto type = result->substr(0, space); type == "date" || type == "dateTime" || type == "time") {
        *result = "string \"" + result->substr(space + 1) + "\"";
        space = result->find(' ');
    }
    return print({{"type", result->substr(0, space)}, {"value", result->substr(space + 1)}}, *result, json);
}

}  // namespace

void addForm(CLI::App& app, int& exit) {
    struct Options {
        FormSource source;
        std::string script, expression, at;
        bool instance = false, json = false;
    };
    auto options = std::make_shared<Options>();
    auto* group = app.add_subcommand("form", "Forms: XForms XML and XLSForm");
    group->require_subcommand(1);
    const auto common = [&](CLI::App& command) {
        command.add_option("FILE", options->source.file, "The form")->required();
        command.add_option("--media", options->source.media, "Folder of attached files");
        command.add_option("--now", options->source.now, "What time it is, as 2026-11-22T08:00:00.000+08:00");
        command.add_option("--seed", options->source.seed, "Of random(), uuid() and randomize()");
        command
            .add_option("--property", options->source.properties,
                        "NAME=VALUE that the device knows, such as username=li; may be given several times")
            ->allow_extra_args(false);
        addJson(command, options->json);
    };
    auto* runCommand = group->add_subcommand("run", "Play steps, a JSON object a line; print what each changes");
    runCommand->footer(
        "Steps: {\"set\":\"/data/q1\",\"value\":\"yes\"}  {\"add\":\"/data/plots\"}  {\"remove\":\"/data/plots[2]\"}\n"
        "       {\"language\":\"zh\"}  {\"get\":\"/data/q1\"}  {\"validate\":true}\n"
        "A set at /data/plots[3]/area adds the plots that lack, where people may add them.");
    common(*runCommand);
    runCommand->add_option("--script", options->script, "File of steps; - for standard input");
    runCommand->add_flag("--instance", options->instance, "Print the data as XForms XML at the end");
    runCommand->callback(
        [options, &exit] { exit = run(options->source, options->script, options->instance, options->json); });
    auto* evalCommand = group->add_subcommand("eval", "Print the type and value of an expression; FILE may be -");
    common(*evalCommand);
    evalCommand->add_option("EXPR", options->expression, "XPath as ODK XForms has it")->required();
    evalCommand->add_option("--at", options->at, "Path of the node where it stands");
    evalCommand->callback(
        [options, &exit] { exit = evaluate(options->source, options->expression, options->at, options->json); });
    auto* benchCommand =
        group->add_subcommand("bench", "Load, evaluate, answer and finish a form; print how long each took");
    common(*benchCommand);
    benchCommand->callback([options, &exit] { exit = benchForm(options->source, options->json); });
}

}  // namespace plumb::cli

// Where the time goes: libtorch's own marks around every operator and every step of the backward pass, summed up by name.
#include "common.h"

#include <ATen/record_function.h>

#include <chrono>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <sstream>
#include <vector>

using namespace wb;

namespace {

using Clock = std::chrono::steady_clock;

struct Sum {
    int64_t calls = 0, self = 0, total = 0;
};

struct Frame : at::ObserverContext {
    Clock::time_point begun = Clock::now();
    int64_t children = 0;
};

std::mutex gate;
std::map<std::string, Sum> sums;
at::CallbackHandle handle = 0;
bool running = false;
thread_local std::vector<Frame*> open;

std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction&) {
    auto frame = std::make_unique<Frame>();
    open.push_back(frame.get());
    return frame;
}

void end(const at::RecordFunction& function, at::ObserverContext* context) {
    auto frame = static_cast<Frame*>(context);
    if (frame == nullptr || open.empty() || open.back() != frame) return;
    open.pop_back();
    int64_t took = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - frame->begun).count();
    if (!open.empty()) open.back()->children += took;
    std::lock_guard<std::mutex> lock(gate);
    Sum& sum = sums[function.name()];
    sum.calls++;
    sum.self += took - frame->children;
    sum.total += took;
}

}  // namespace

int wb_profile_start(void) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(gate);
        if (running) throw BadCall("a profile is being taken already");
        sums.clear();
        handle = at::addGlobalCallback(at::RecordFunctionCallback(begin, end));
        running = true;
    });
}

int wb_profile_stop(char* text, int64_t capacity, int64_t* needed) {
    return guarded([&] {
        if (running) at::removeCallback(handle);
        running = false;
        std::ostringstream lines;
        {
            std::lock_guard<std::mutex> lock(gate);
            for (const auto& entry : sums)
                lines << entry.first << '\t' << entry.second.calls << '\t' << entry.second.self << '\t' << entry.second.total << '\n';
        }
        std::string whole = lines.str();
        *needed = static_cast<int64_t>(whole.size());
        if (*needed <= capacity) std::memcpy(text, whole.data(), whole.size());
    });
}

// Force-included when better-sqlite3 is compiled for a runtime with Node-API 9 (Electron below 35).
//
// Since Node-API 10 napi_create_reference accepts any value; before, only objects, functions and symbols.
// better-sqlite3 keeps references to strings. Here such a value is kept in a one-element array, and taken
// out of it again when the reference is read.
#pragma once
#ifdef __cplusplus
#include <mutex>
#include <node_api.h>
#include <unordered_set>

namespace napi10 {

// References whose value sits in an array. Several threads (workers) use the module at once, so it is guarded.
inline std::unordered_set<napi_ref>& boxed() {
  static std::unordered_set<napi_ref> references;
  return references;
}

inline std::mutex& guard() {
  static std::mutex mutex;
  return mutex;
}

inline napi_status create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol) {
    return napi_create_reference(env, value, count, result);
  }
  napi_value box;
  if ((status = napi_create_array_with_length(env, 1, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_create_reference(env, box, count, result)) != napi_ok) return status;
  std::lock_guard<std::mutex> held(guard());
  boxed().insert(*result);
  return napi_ok;
}

inline napi_status get_reference_value(napi_env env, napi_ref reference, napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  bool is_boxed;
  {
    std::lock_guard<std::mutex> held(guard());
    is_boxed = boxed().count(reference) != 0;
  }
  return is_boxed ? napi_get_element(env, *result, 0, result) : napi_ok;
}

inline napi_status delete_reference(napi_env env, napi_ref reference) {
  {
    std::lock_guard<std::mutex> held(guard());
    boxed().erase(reference);
  }
  return napi_delete_reference(env, reference);
}

}  // namespace napi10

#define napi_create_reference napi10::create_reference
#define napi_get_reference_value napi10::get_reference_value
#define napi_delete_reference napi10::delete_reference
#endif

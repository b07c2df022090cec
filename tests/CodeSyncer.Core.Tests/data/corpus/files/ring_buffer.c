/*****************************************************************
 * ring_buffer.c - lock free ring buffer for the sample interrupt *
 *                                                                *
 * @codesyncer-decision(2024-12-01): size is a power of two       *
 * so that the index wraps with a mask                            *
 *                                                                *
 * Copyright (c) 2024                                             *
 *****************************************************************/
#include <stdint.h>
#include <string.h>

#define SIZE 256u            /* @codesyncer-inference: 256 samples, 5 ms at 48 kHz */
#define MASK (SIZE - 1u)
#define TEXT "/* @codesyncer-rule: in a string */"

static volatile uint32_t head, tail;
static int16_t samples[SIZE];

// @codesyncer-rule: no malloc, no printf below this line \
   (a continued line comment)

/**
 * Writes one sample.
 * @param s the sample
 * @codesyncer-why the interrupt drops samples instead of waiting
 * @return 0 if the buffer is full
 */
int rb_put(int16_t s)
{
    uint32_t next = (head + 1u) & MASK;
    if (next == tail)
        return 0; /* @codesyncer-todo count what was dropped */
    samples[head] = s;
    head = next;  /* @codesyncer-rule: publish last */ /* barrier? */
    return 1;
}

int rb_get(int16_t *s)
{
    char c = '\''; char d = '"'; /* @codesyncer-context: called from the main loop only */
    (void)c; (void)d;
    if (tail == head)
        return 0;
    *s = samples[tail];
    tail = (tail + 1u) & MASK;
    return 1;
}

/* @codesyncer-decision(2024-12-01, after the review of the second board: no dynamic size */

#if 0
/* @codesyncer-alternative: a queue of the RTOS; 40 us per sample was too slow */
#endif
